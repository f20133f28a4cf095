import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { type ArrivalAssignment, AssignedArrival } from '#shared/contract/arrivals.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { noteAccess } from '../calls/access-events.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { sayMovedBy } from '../payments/moved-by.ts';
import { takeArrival } from './arrival.ts';
import { payIn } from './pay-in.ts';

interface ByHand {
  readonly person: Person;
  readonly body: ArrivalAssignment;
  readonly now: number;
}

interface Named {
  readonly guarantorId: string;
  readonly region: RegionCode;
}

async function guarantorNamed(trx: Database, { person, body }: ByHand): Promise<Named> {
  const { number } = body;
  const { rows } = await sql<Named>`
    SELECT guarantor_id AS "guarantorId", region FROM guarantor
    WHERE (guarantor_id = ${number} OR bill_pay_number = ${number}) AND region = ANY (${person.user.regions})
    FOR NO KEY UPDATE`.execute(trx);
  const [named] = rows;
  if (!named) throw new Refused('not_found', { field: 'number' });
  return named;
}

/** What stands on record of an assignment; undefined when there is none by these words. */
async function readAssigned(
  trx: Database,
  arrivalId: string,
  { guarantorId }: Named,
  { person, body }: ByHand,
): Promise<AssignedArrival | undefined> {
  const { rows } = await sql`
    SELECT arrival.arrival_id AS "arrivalId", payment_key AS key, made.guarantor_id AS "guarantorId",
      full_name AS "guarantorName", arrival.amount_cents AS "amountCents", assigned_at AS at, name AS "byName",
      (SELECT sum(unapplied_cents) FROM payment_allocation AS part
        WHERE part.payment_key = arrival.payment_key)::bigint AS "creditCents"
    FROM arrival JOIN arrival_assignment AS made USING (arrival_id)
      JOIN guarantor ON guarantor.guarantor_id = made.guarantor_id JOIN user_account ON user_id = assigned_by
    WHERE arrival_id = ${arrivalId} AND assigned_by = ${person.user.userId} AND reason = ${body.reason}
      AND made.guarantor_id = ${guarantorId} AND made.ledger = ${body.ledger}`.execute(trx);
  return rows[0] === undefined ? undefined : AssignedArrival.parse(rows[0]);
}

async function refuseUnknown(trx: Database, arrivalId: string): Promise<void> {
  const known = await trx
    .selectFrom('arrival')
    .select('arrival_id')
    .where('arrival_id', '=', arrivalId)
    .executeTakeFirst();
  if (!known) throw new Refused('not_found', { field: 'arrivalId' });
}

async function keepAssignment(
  trx: Database,
  arrivalId: string,
  { guarantorId }: Named,
  { person, body, now }: ByHand,
): Promise<void> {
  await trx
    .insertInto('arrival_assignment')
    .values({
      arrival_id: arrivalId,
      assigned_at: instantOf(now),
      assigned_by: person.user.userId,
      workstation_id: person.workstationId,
      guarantor_id: guarantorId,
      ledger: body.ledger,
      reason: body.reason,
    })
    .execute();
  const note = {
    action: 'arrival_assigned',
    mrn: null,
    guarantorId,
    callId: null,
    reason: body.reason,
  } as const;
  await noteAccess(trx, person, [note], now);
}

/**
 * Posts an arrival by hand to the guarantor of a bill-pay number or guarantor ID in the supervisor's
 * regions. The lock on the arrival decides between two who do it at once: the second is `arrival_matched`.
 * The same words again by the same person are answered like the first time.
 */
export function assignArrival(
  db: Database,
  arrivalId: string,
  by: ByHand,
): Promise<AssignedArrival> {
  if (holdsCardNumber(by.body.reason)) throw new Refused('card_in_reason', { field: 'reason' });
  return db.transaction().execute(async trx => {
    await refuseUnknown(trx, arrivalId);
    const arrival = await takeArrival(trx, arrivalId);
    const named = await guarantorNamed(trx, by);
    if (arrival) {
      const payee = { ...named, ledger: by.body.ledger, matchedBy: 'hand' } as const;
      await sayMovedBy(trx, `user ${by.person.user.userId}`);
      if (!(await payIn(trx, arrival, payee, by.now))) {
        throw new Refused('nothing_billed', { field: 'ledger' });
      }
      await keepAssignment(trx, arrivalId, named, by);
    }
    const assigned = await readAssigned(trx, arrivalId, named, by);
    if (!assigned) throw new Refused('arrival_matched');
    return assigned;
  });
}
