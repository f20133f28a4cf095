import { sql } from 'kysely';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { businessDayOf } from '#shared/calendar/bank-calendar.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { refuseCardNumber } from '../kept/refuse-card-number.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { voidDebit } from '../payments/void.ts';
import type { About } from './about.ts';
import { lockTheirs } from './locked.ts';
import { noteEvent } from './note-event.ts';
import { findAuthorisation } from './read.ts';

/** Debits of it that no file has taken to the bank yet. */
async function debitsHere(db: Database, authorisationId: string, { timeZone, now }: About) {
  const { rows } = await sql<{ key: AttemptKey }>`
    SELECT key FROM scheduled_attempt JOIN payment ON key = payment_key
    WHERE authorisation_id = ${authorisationId} AND method_kind = 'ach' AND state = 'approved'
      AND originate_on >= ${businessDayOf(timeZone, now)}::date`.execute(db);
  return rows;
}

/**
 * Ends an authorisation by its giver's word, at once: nothing that was not sent yet is taken any more, and
 * debits that wait here for their file are taken back.
 */
export async function revokeAuthorisation(
  parts: PaymentParts,
  authorisationId: string,
  { reason, person }: { reason: string; person: Person },
  about: About,
): Promise<Authorisation> {
  refuseCardNumber(reason, 'reason');
  const revoked = await endByWord(parts.db, authorisationId, reason, about);
  for (const { key } of await debitsHere(parts.db, authorisationId, about)) {
    await voidDebit(parts, key, { by: person.user.userId, reason, now: parts.clock() });
  }
  return revoked;
}

async function endByWord(
  db: Database,
  authorisationId: string,
  reason: string,
  about: About,
): Promise<Authorisation> {
  return db.transaction().execute(async trx => {
    const { state } = await lockTheirs(trx, authorisationId, about.guarantorId);
    if (state !== 'active' && state !== 'revoked') throw new Refused('authorisation_ended');
    if (state === 'active') {
      await sql`SELECT end_authorisation(${authorisationId}, 'revoked', ${reason}, ${about.now})`.execute(
        trx,
      );
      await noteEvent(trx, authorisationId, { kind: 'revoked', why: reason }, about, about.now);
    }
    return findAuthorisation(trx, authorisationId, about.today);
  });
}
