import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Refund, RefundKey } from '#shared/billing/refund.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { refundEvent, refundLines } from '#shared/ledger/refund-lines.ts';
import { regions } from '#shared/organization/regions.ts';
import { splitRefund } from '#shared/payments/split-refund.ts';
import { mayMove } from '#shared/payments/states.ts';
import type { Database } from '../database/connect.ts';
import { sayMovedBy } from '../payments/moved-by.ts';
import { type FoundPayment, findPayment } from '../payments/read.ts';
import type { RefundOutcome } from '../processor/port.ts';
import { moveRefund } from './move.ts';
import { findRefund } from './read.ts';
import { refundableCents, refundableParts } from './refundable.ts';

/** Writes the lines and what they open again; the payment is refunded only when given back whole. */
async function enterRefund(
  db: Database,
  { paymentKey, amountCents, reason }: Refund,
  { payment, region }: FoundPayment,
  now: number,
): Promise<void> {
  const held = await refundableParts(db, paymentKey);
  const parts = splitRefund(amountCents, held);
  if (!parts) throw new Error('A refund came to more than is left of its payment.');
  const event = refundEvent(payment.method.kind);
  const lines = JSON.stringify(refundLines(event, parts));
  const at = instantOf(now);
  await sql`SELECT enter_refund(
    ${paymentKey}, ${event}, ${uuidv7()}, ${lines}, ${JSON.stringify(parts)}, ${at})`.execute(db);
  if (refundableCents(held) === amountCents && mayMove(payment.state, 'refunded')) {
    await sql`UPDATE payment SET state = 'refunded', state_at = ${at}, state_why = ${reason}
      WHERE key = ${paymentKey}`.execute(db);
  }
  // What was paid twice on a charge pays it once this has opened it again.
  const today = dateIn(regions[region].timeZone, at);
  await sql`SELECT apply_credit(${paymentKey}, ${at}, ${today})`.execute(db);
}

interface Closing {
  readonly outcome: RefundOutcome;
  readonly why?: string | null;
  /** Where nobody waited for the answer and it was asked for by itself. */
  readonly by?: 'card processor' | undefined;
}

/** As `closeRefund`, inside the transaction of whoever has more to write with it. */
export async function closeWithin(
  trx: Database,
  refundKey: RefundKey,
  { outcome, why = null, by }: Closing,
  now: number,
): Promise<void> {
  await sql`SELECT FROM payment WHERE key = (SELECT payment_key FROM refund WHERE refund_key = ${refundKey})
    FOR NO KEY UPDATE`.execute(trx);
  const refund = await findRefund(trx, refundKey);
  const found = refund && (await findPayment(trx, refund.paymentKey));
  if (!found || refund.state !== 'sent') return;
  if (by) await sayMovedBy(trx, by);
  await moveRefund(trx, refundKey, outcome, { why, now });
  if (outcome === 'refused') return;
  await sql`SELECT FROM account WHERE guarantor_id = ${found.payment.guarantorId}
    ORDER BY account_id FOR UPDATE`.execute(trx);
  await enterRefund(trx, refund, found, now);
}

/**
 * Writes what became of a refund that was sent, with its ledger lines. Closing it twice changes nothing.
 * Also for whoever pays refunds by other means, such as a file of ACH credits.
 */
export async function closeRefund(
  db: Database,
  refundKey: RefundKey,
  closing: Closing,
  now: number,
): Promise<void> {
  await db.transaction().execute(trx => closeWithin(trx, refundKey, closing, now));
}
