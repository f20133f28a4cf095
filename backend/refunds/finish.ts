import { sql } from 'kysely';
import { RefundKey } from '#shared/billing/refund.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { movedBy } from '../payments/moved-by.ts';
import { answerOrSilence, type PaymentParts } from '../payments/submit.ts';
import type { RefundOutcome } from '../processor/port.ts';
import { closeRefund } from './close.ts';
import { findRefund } from './read.ts';

const AT_ONCE = 20;

/** No server asks for longer; what is claimed until later was so by a clock that ran ahead. */
const LONGEST_LEASE_MS = 60_000;

const REFUSED = 'the card processor would not give it back';

async function close(
  { db, clock }: PaymentParts,
  key: RefundKey,
  { outcome, by }: { outcome: RefundOutcome | undefined; by?: 'card processor' | undefined },
) {
  if (!outcome) return;
  const why = outcome === 'refused' ? REFUSED : null;
  await closeRefund(db, key, { outcome, why, by }, clock());
}

/** Asks the processor for a refund that is committed as sent, and writes what it says; `by` where nobody waits for it. */
export async function finishRefund(
  parts: PaymentParts,
  refundKey: RefundKey,
  by?: 'card processor',
): Promise<void> {
  const refund = await findRefund(parts.db, refundKey);
  if (refund?.state !== 'sent') return;
  const { paymentKey, amountCents } = refund;
  const outcome = await answerOrSilence(
    parts.processor.refundCharge(refundKey, paymentKey, amountCents),
  );
  await close(parts, refundKey, { outcome, by });
}

/** One that may have been heard of: asked after before it is sent again, under the same key. */
async function followRefund(parts: PaymentParts, refundKey: RefundKey): Promise<void> {
  const found = await answerOrSilence(
    parts.processor.findRefund(refundKey).then(outcome => ({ outcome })),
  );
  if (!found) return;
  const by = 'card processor';
  if (found.outcome) await close(parts, refundKey, { outcome: found.outcome, by });
  else await finishRefund(parts, refundKey, by);
}

/** Commits as sent what was approved while its card payment was on its way, once that has settled. */
async function sendSettled({ db }: PaymentParts, now: number): Promise<void> {
  await sql`
    UPDATE refund SET state = 'sent', state_at = ${instantOf(now)}, state_why = NULL, claimed_until = ${instantOf(now)}
    FROM ${movedBy('run card_settlement')}
    WHERE refund_key IN (
      SELECT refund_key FROM refund JOIN payment ON key = payment_key
      WHERE refund.state = 'approved' AND refund.method_kind = 'card' AND payment.state = 'settled'
      LIMIT ${AT_ONCE} FOR NO KEY UPDATE OF payment, refund SKIP LOCKED)`.execute(db);
}

/** One turn: finishes refunds of cards that a silence or a crash left open. Gives how many it looked at. */
export async function finishDueRefunds(parts: PaymentParts): Promise<number> {
  const now = parts.clock();
  await sendSettled(parts, now);
  const { rows } = await sql<{ key: string }>`
    UPDATE refund SET claimed_until = ${instantOf(now + parts.leaseMs)}
    WHERE refund_key IN (
      SELECT refund_key FROM refund
      WHERE state = 'sent' AND method_kind = 'card'
        AND (claimed_until <= ${instantOf(now)} OR claimed_until > ${instantOf(now + LONGEST_LEASE_MS)})
      ORDER BY claimed_until LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING refund_key AS key`.execute(parts.db);
  for (const { key } of rows) await followRefund(parts, RefundKey.parse(key));
  return rows.length;
}
