import type { RefundKey } from '#shared/billing/refund.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { RefundState } from '#shared/payments/refund-states.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

/** A refund as somebody at this desk asked for it. */
export interface RefundAsked {
  readonly refundKey: RefundKey;
  readonly paymentKey: AttemptKey;
  readonly amountCents: Cents;
  readonly reason: string;
  readonly userId: string;
  readonly callId: string | null;
  readonly verificationId: string | null;
  readonly askedAt: Instant;
}

/** What the backend said of it; `not_taken` where it refused, or never heard of it. */
export type RefundAnswer = RefundState | 'not_taken';

type Row = Omit<RefundAsked, 'askedAt'> & { askedAt: number; answer: RefundAnswer | null };

const columns = `refund_key AS refundKey, payment_key AS paymentKey, amount_cents AS amountCents, reason,
  user_id AS userId, call_id AS callId, verification_id AS verificationId, asked_at AS askedAt, state AS answer`;

// What was refused may be asked for again as something else; what is open, or was taken, stays as it is.
const put = writeQuery(`
  INSERT INTO refund_asked (refund_key, payment_key, amount_cents, reason, user_id, call_id, verification_id, asked_at)
  VALUES (:refundKey, :paymentKey, :amountCents, :reason, :userId, :callId, :verificationId, :askedAt)
  ON CONFLICT (refund_key) DO UPDATE SET amount_cents = excluded.amount_cents, reason = excluded.reason,
    asked_at = excluded.asked_at, state = NULL, answered_at = NULL
  WHERE state = 'not_taken' AND payment_key = excluded.payment_key`);

const answer = writeQuery<{ refundKey: RefundKey; state: RefundAnswer; at: number }>(`
  UPDATE refund_asked SET state = :state, answered_at = :at WHERE refund_key = :refundKey AND state IS NULL`);

const byKey = readQuery<Row, { refundKey: RefundKey }>(
  `SELECT ${columns} FROM refund_asked WHERE refund_key = :refundKey`,
);

const open = readQuery<Row>(
  `SELECT ${columns} FROM refund_asked WHERE state IS NULL ORDER BY asked_at, refund_key`,
);

const asked = (row: Row) => ({ ...row, askedAt: instantOf(row.askedAt) });

/** Writes the wish down; false where one stands under its key already. */
export function putRefundAsked(db: WriteDb, wish: RefundAsked): boolean {
  return put.run(db, { ...wish, askedAt: Date.parse(wish.askedAt) }) > 0;
}

/** Writes what became of it; false where that is known already. */
export function answerRefund(
  db: WriteDb,
  refundKey: RefundKey,
  state: RefundAnswer,
  at: Instant,
): boolean {
  return answer.run(db, { refundKey, state, at: Date.parse(at) }) > 0;
}

export function readRefundAsked(
  db: ReadDb,
  refundKey: RefundKey,
): (RefundAsked & { answer: RefundAnswer | null }) | undefined {
  const row = byKey.get(db, { refundKey });
  return row && asked(row);
}

/** Those of which nobody here knows what became of them, the oldest first. */
export function openRefunds(db: ReadDb): RefundAsked[] {
  return open.all(db, {}).map(asked);
}
