import { sql } from 'kysely';
import { z } from 'zod';
import { Instant, instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { Override } from '#shared/contract/exceptions.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { noteAccess } from '../calls/access-events.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

const Overridden = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('overridden'),
    isNew: z.boolean(),
    override: z.object({
      at: z.string().transform(at => Instant.parse(instantOf(Date.parse(at)))),
      by: z.string(),
      reason: z.string(),
      guarantorId: z.string(),
      callId: z.string(),
    }),
  }),
  z.object({
    outcome: z.literal('refused'),
    code: z.enum([
      'payment_not_found',
      'not_allowed',
      'still_in_flight',
      'outcome_approved',
      'outcome_declined',
      'outcome_not_charged',
    ]),
  }),
]);

/**
 * Lets another payment start although the outcome of this one is open, by a supervisor who did not take
 * it. Overriding twice changes nothing and tells of the first time. Once the outcome is known it is
 * refused with that outcome: the lock on the payment decides which of the two came first.
 */
export async function overridePayment(
  db: Database,
  key: AttemptKey,
  person: Person,
  reason: string,
  now: number,
): Promise<Override> {
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field: 'reason' });
  return db.transaction().execute(trx => overrideWithin(trx, key, person, reason, now));
}

/** The same in the transaction of whoever decides a request for it. */
export async function overrideWithin(
  trx: Database,
  key: AttemptKey,
  person: Person,
  reason: string,
  now: number,
): Promise<Override> {
  const { userId, regions } = person.user;
  const by = JSON.stringify({ userId, regions, workstationId: person.workstationId });
  const { rows } = await sql<{ overridden: unknown }>`SELECT override_payment(
      ${key}, ${by}, ${reason}, ${instantOf(now)}) AS overridden`.execute(trx);
  const overridden = Overridden.parse(rows[0]?.overridden);
  if (overridden.outcome === 'refused') throw new Refused(overridden.code);
  const { at, by: overriddenBy, reason: why, guarantorId, callId } = overridden.override;
  if (overridden.isNew) {
    const note = {
      action: 'outcome_overridden',
      mrn: null,
      guarantorId,
      callId,
      reason,
    } as const;
    await noteAccess(trx, person, [note], now);
  }
  const { name } = await trx
    .selectFrom('user_account')
    .select('name')
    .where('user_id', '=', overriddenBy)
    .executeTakeFirstOrThrow();
  return { at, byName: name, reason: why };
}
