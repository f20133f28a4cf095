import type pg from 'pg';
import { RefundMessage } from '#backend/processor/messages.ts';
import { instantOf } from '#shared/calendar/dates.ts';

/** What was answered under a refund's key, if it was ever heard of. */
export async function findRefund(
  pool: pg.Pool,
  refundKey: string,
): Promise<RefundMessage | undefined> {
  const { rows } = await pool.query(
    `SELECT refund_key AS "refundKey", amount_cents AS "amountCents", outcome
     FROM sandbox_processor.refund WHERE refund_key = $1`,
    [refundKey],
  );
  return rows[0] && RefundMessage.parse(rows[0]);
}

/**
 * Gives part of a charge back at most once under a key. Refused where the charge was none, was voided, or
 * less of it is left; the lock on the charge keeps two refunds from taking the same cents.
 */
export async function refundOnce(
  pool: pg.Pool,
  refundKey: string,
  { key, amountCents }: { key: string; amountCents: number },
  now: number,
): Promise<RefundMessage> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT FROM sandbox_processor.attempt WHERE key = $1 FOR UPDATE', [key]);
    await client.query(
      `INSERT INTO sandbox_processor.refund (refund_key, payment_key, amount_cents, outcome, answered_at)
       SELECT $1::uuid, $2::uuid, $3::bigint, CASE WHEN coalesce((SELECT amount_cents FROM sandbox_processor.charge
           WHERE key = $2::uuid AND voided_at IS NULL), 0) >= $3::bigint + coalesce((SELECT sum(amount_cents)
           FROM sandbox_processor.refund WHERE payment_key = $2::uuid AND outcome = 'refunded'), 0)
         THEN 'refunded' ELSE 'refused' END, $4::timestamptz
       ON CONFLICT DO NOTHING`,
      [refundKey, key, amountCents, instantOf(now)],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return RefundMessage.parse(await findRefund(pool, refundKey));
}
