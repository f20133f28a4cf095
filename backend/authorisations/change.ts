import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Agreement } from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { About } from './about.ts';
import { refuseBadTerms } from './check-terms.ts';
import { lockTheirs } from './locked.ts';
import { noteEvent } from './note-event.ts';
import { findAuthorisation } from './read.ts';

/**
 * Other terms of the same kind, agreed to anew. What the old ones had planned and not sent is left out;
 * statements that were announced stay so, at most at the new cap. The same terms again change nothing. Autopay of a
 * plan has no other terms than the plan: it is revoked, and authorised anew.
 */
export async function changeAuthorisation(
  db: Database,
  authorisationId: string,
  { terms, agreement }: { terms: AuthorisationTerms; agreement: Agreement },
  about: About,
): Promise<Authorisation> {
  return db.transaction().execute(async trx => {
    const locked = await lockTheirs(trx, authorisationId, about.guarantorId);
    if (locked.state !== 'active') throw new Refused('authorisation_ended');
    if (!isDeepStrictEqual(locked.terms, terms)) {
      const { kind, ledger } = locked.terms;
      if (kind === 'plan' || kind !== terms.kind || ledger !== terms.ledger)
        throw new Refused('bad_request', { field: 'terms' });
      await refuseBadTerms(
        trx,
        { terms, agreement, paidBy: locked.paidBy },
        about.guarantorId,
        about.today,
      );
      const { now } = about;
      await sql`
        UPDATE authorisation SET version = version + 1, terms = ${JSON.stringify(terms)},
          agreement = ${JSON.stringify(agreement)} WHERE authorisation_id = ${authorisationId}`.execute(
        trx,
      );
      await sql`
        UPDATE scheduled_payment SET state = 'skipped', state_at = ${now}, state_why = 'the terms were changed'
        WHERE authorisation_id = ${authorisationId} AND state = 'waiting' AND statement_number IS NULL`.execute(
        trx,
      );
      await noteEvent(
        trx,
        authorisationId,
        { kind: 'changed', terms, agreement },
        about,
        about.now,
      );
    }
    return findAuthorisation(trx, authorisationId, about.today);
  });
}
