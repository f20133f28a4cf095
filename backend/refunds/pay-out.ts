import { sql } from 'kysely';
import type { PayoutOrder } from '#shared/billing/payout.ts';
import type { Refund, RefundKey } from '#shared/billing/refund.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { refuseCardInReason } from '../after-payment/about-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { closeWithin } from './close.ts';
import { type LockedRefund, lockRefund } from './lock.ts';
import { moveRefund } from './move.ts';
import { findRefund } from './read.ts';

/** A card and a bank account get their money back from the processor and the bank, without anybody here. */
const paidByMachine: readonly string[] = ['card', 'ach'];

/** Whether it is recorded with this check or wire already; refused where it is with another. */
async function isPaidOut(db: Database, key: RefundKey, order: PayoutOrder): Promise<boolean> {
  const { rows } = await sql<PayoutOrder>`
    SELECT way, number, paid_on AS "paidOn" FROM refund_payout WHERE refund_key = ${key}`.execute(
    db,
  );
  const [kept] = rows;
  if (!kept) return false;
  const { way, number, paidOn } = order;
  if (kept.way === way && kept.number === number && kept.paidOn === paidOn) return true;
  throw new Refused('paid_out_otherwise');
}

/** Refuses what is not to be paid by a person, or not by this one, or not on that day. */
function refuseWrong(refund: LockedRefund, { paidOn }: PayoutOrder, person: Person, now: number) {
  if (refund.askedBy === person.user.userId) throw new Refused('own_refund');
  if (refund.state !== 'approved' || paidByMachine.includes(refund.methodKind)) {
    throw new Refused('not_to_pay_out');
  }
  const { timeZone } = regions[refund.region];
  const approvedOn = dateIn(timeZone, instantOf(Date.parse(refund.stateAt)));
  if (paidOn < approvedOn || paidOn > dateIn(timeZone, instantOf(now))) {
    throw new Refused('payout_day_wrong', { field: 'paidOn' });
  }
}

async function keepPayout(
  trx: Database,
  key: RefundKey,
  { way, number, paidOn }: PayoutOrder,
  person: Person,
  now: number,
) {
  const { rows } = await sql`
    INSERT INTO refund_payout (refund_key, way, number, paid_on, paid_by, workstation_id, recorded_at)
    VALUES (${key}, ${way}, ${number}, ${paidOn}, ${person.user.userId}, ${person.workstationId}, ${instantOf(now)})
    ON CONFLICT ON CONSTRAINT refund_payout_pays_one_refund DO NOTHING RETURNING refund_key`.execute(
    trx,
  );
  if (rows.length === 0) throw new Refused('payout_number_used', { field: 'number' });
}

/**
 * Records the check or wire by which money that arrived by itself went back, with its ledger lines and the
 * end of the refund, all or nothing. By a supervisor who did not ask for it; the same again changes nothing.
 */
export async function payOutRefund(
  { db, clock }: Pick<PaymentParts, 'db' | 'clock'>,
  refundKey: RefundKey,
  order: PayoutOrder,
  person: Person,
): Promise<Refund> {
  refuseCardInReason(order.number, 'number');
  await db.transaction().execute(async trx => {
    const refund = await lockRefund(trx, refundKey, person);
    if (await isPaidOut(trx, refundKey, order)) return;
    const now = clock();
    refuseWrong(refund, order, person, now);
    await keepPayout(trx, refundKey, order, person, now);
    await moveRefund(trx, refundKey, 'sent', { now });
    await closeWithin(trx, refundKey, { outcome: 'refunded' }, now);
  });
  const refund = await findRefund(db, refundKey);
  if (!refund) throw new Refused('refund_not_found');
  return refund;
}
