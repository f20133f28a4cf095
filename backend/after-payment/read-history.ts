import { sql } from 'kysely';
import type { AskedApproval } from '#shared/billing/approval.ts';
import { PaymentHistory, ReceiptOrder, StateReached } from '#shared/billing/payment-history.ts';
import { PaymentTrace } from '#shared/billing/payment-trace.ts';
import type { Refund } from '#shared/billing/refund.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import { cents } from '#shared/money/cents.ts';
import {
  lateVoidRefusal,
  refundRefusal,
  traceFrom,
  traceRefusal,
  voidRefusal,
} from '#shared/payments/may-follow.ts';
import { isOpenRefund } from '#shared/payments/refund-states.ts';
import { nextTryOn, otherTries } from '../ach/retries/read-tries.ts';
import { requestsOf } from '../approvals/read-asked.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import type { FoundPayment } from '../payments/read.ts';
import { refundsOf } from '../refunds/read.ts';
import { refundableCents, refundableParts } from '../refunds/refundable.ts';
import { followedNow } from './about-payment.ts';
import { takenUnder } from './taken-under.ts';

/** What was kept of its states; of a payment from before they were, the one it is in. */
async function statesOf(db: Database, key: string): Promise<StateReached[]> {
  const { rows } = await sql`
    SELECT to_state AS state, at, why, name AS "byName", moved_through AS through
    FROM payment_state_change LEFT JOIN user_account ON user_id = moved_by WHERE payment_key = ${key}
    UNION ALL
    SELECT state, state_at, state_why, NULL, NULL FROM payment WHERE key = ${key}
      AND NOT EXISTS (SELECT FROM payment_state_change WHERE payment_key = ${key} AND to_state = payment.state)
    ORDER BY at`.execute(db);
  return rows.map(row => StateReached.parse(row));
}

interface TraceRow {
  readonly finding: string | null;
  readonly reason: string | null;
  readonly at: string | null;
  readonly byName: string | null;
}

async function tracesOf(db: Database, key: string): Promise<PaymentTrace[]> {
  const { rows } = await sql<TraceRow>`
    SELECT trace_id AS "traceId", opened_at AS "openedAt", opener.name AS "openedByName", note, finding,
      closed_why AS reason, closed_at AS at, closer.name AS "byName"
    FROM payment_trace JOIN user_account AS opener ON opener.user_id = opened_by
      LEFT JOIN user_account AS closer ON closer.user_id = closed_by
    WHERE payment_key = ${key} ORDER BY opened_at`.execute(db);
  return rows.map(({ finding, reason, at, byName, ...trace }) =>
    PaymentTrace.parse({ ...trace, closed: finding && { finding, reason, at, byName } }),
  );
}

async function receiptsOf(db: Database, key: string): Promise<ReceiptOrder[]> {
  const { rows } = await sql`
    SELECT sent_by_way AS by, sent_to AS to, asked_at AS "askedAt", sent_at AS "sentAt"
    FROM receipt_order WHERE payment_key = ${key} ORDER BY asked_at`.execute(db);
  return rows.map(row => ReceiptOrder.parse(row));
}

async function nameOf(db: Database, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const { rows } = await sql<{
    name: string;
  }>`SELECT name FROM user_account WHERE user_id = ${userId}`.execute(db);
  return rows[0]?.name ?? null;
}

/** What keeps a late void from being asked for beside it. */
function alreadyOn(
  refunds: readonly Refund[],
  approvals: readonly AskedApproval[],
): ProblemCode | null {
  if (refunds.some(({ state }) => isOpenRefund(state))) return 'refund_open';
  const isAsked = approvals.some(
    ({ kind, state }) => kind === 'late_void' && (state === 'requested' || state === 'approved'),
  );
  return isAsked ? 'approval_open' : null;
}

/** One payment's life in one place, and what this person may do about it now. */
export async function readHistory(
  db: Database,
  found: FoundPayment,
  person: Person,
  now: number,
): Promise<PaymentHistory> {
  const { payment, takenBy } = found;
  const followed = followedNow(found, now);
  const [states, refunds, traces, receipts, parts, under, takenByName, tries, retryOn, approvals] =
    await Promise.all([
      statesOf(db, payment.key),
      refundsOf(db, payment.key),
      tracesOf(db, payment.key),
      receiptsOf(db, payment.key),
      refundableParts(db, payment.key),
      takenUnder(db, payment.key),
      nameOf(db, takenBy),
      otherTries(db, payment.key),
      nextTryOn(db, payment.key),
      requestsOf(db, payment.key),
    ]);
  const left = refundableCents(parts);
  const isRefunding = refunds.some(({ state }) => isOpenRefund(state));
  const mayTakeBack = person.role === 'supervisor' || takenBy === person.user.userId;
  const refund = refundRefusal(followed) ?? (left === 0 ? 'not_refundable' : null);
  return PaymentHistory.parse({
    payment,
    takenByName: under ? null : takenByName,
    takenUnder: under,
    states,
    refunds,
    receipts,
    traces,
    approvals,
    tries,
    retryOn,
    refundedCents: cents(payment.amountCents - left),
    refundableCents: refund ? 0 : left,
    refusals: {
      void: voidRefusal(followed) ?? (mayTakeBack ? null : 'not_allowed'),
      lateVoid: lateVoidRefusal(followed) ?? alreadyOn(refunds, approvals),
      refund: refund ?? (isRefunding ? 'refund_open' : null),
      trace:
        traceRefusal(followed) ??
        (traces.some(({ closed }) => closed === null) ? 'trace_open' : null),
    },
    traceFrom: traceFrom(followed),
  });
}
