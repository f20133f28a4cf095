import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { type Turns, takeTurns } from '../jobs/take-turns.ts';
import type { CardProcessor, Settled } from '../processor/port.ts';
import { finishDueRefunds } from '../refunds/finish.ts';
import { forgetRemoved } from '../stored-methods/forget.ts';
import { closePayment } from './close.ts';
import { OpenPayment } from './open-payment.ts';
import { answerOrSilence, type PaymentParts } from './submit.ts';
import { finishVoid } from './void.ts';

const AT_ONCE = 20;

/** No server takes a payment for longer; what is claimed until later was so by a clock that ran ahead. */
const LONGEST_LEASE_MS = 60_000;

/**
 * Takes payments nobody is asking about: unknown outcomes, those whose server died after the claim,
 * and voids that were not finished. The lease lets several servers do this side by side.
 */
async function takeDue({ db, clock, leaseMs }: PaymentParts): Promise<OpenPayment[]> {
  const now = clock();
  const { rows } = await sql`
    UPDATE payment SET claimed_until = ${instantOf(now + leaseMs)}
    FROM guarantor
    WHERE guarantor.guarantor_id = payment.guarantor_id AND key IN (
      SELECT key FROM payment
      WHERE (claimed_until <= ${instantOf(now)} OR claimed_until > ${instantOf(now + LONGEST_LEASE_MS)})
        AND (state IN ('sent', 'unknown') OR (state IN ('approved', 'posted') AND void_asked_at IS NOT NULL))
      ORDER BY claimed_until LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING to_jsonb(payment) AS payment, region, payment_parts(key) AS parts`.execute(db);
  return rows.map(row => OpenPayment.parse(row));
}

/**
 * Asks before anything else; only what was never heard of is closed, so that it never can be. A debit that
 * was claimed stands: no processor has a say in it.
 */
async function askByKey(processor: CardProcessor, open: OpenPayment): Promise<Settled | undefined> {
  const { key, method_kind: kind } = open.payment;
  if (kind === 'ach') return { outcome: 'approved' };
  return answerOrSilence(processor.find(key).then(settled => settled ?? processor.abandon(key)));
}

/** One turn: learns the outcome of what is due and closes it. Gives how many it looked at. */
export async function resolveDue(parts: PaymentParts): Promise<number> {
  const due = await takeDue(parts);
  for (const open of due) {
    if (open.payment.void_asked_at !== null) {
      await finishVoid(parts, open);
    } else {
      const settled = await askByKey(parts.processor, open);
      await closePayment(parts.db, open, { settled, by: 'card processor' }, parts.clock());
    }
  }
  return due.length;
}

/** Takes a turn every so often until stopped; a turn that fails is tried again at the next. */
export function startResolver(
  parts: PaymentParts,
  everyMs: number,
  report: (error: unknown) => void,
): Turns {
  const turn = async () => [
    await resolveDue(parts),
    await finishDueRefunds(parts),
    await forgetRemoved(parts),
  ];
  return takeTurns(turn, everyMs, report);
}
