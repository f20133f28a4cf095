import { sql } from 'kysely';
import type { AskedApproval } from '#shared/billing/approval.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { lateVoidRefusal } from '#shared/payments/may-follow.ts';
import { isOpenRefund } from '#shared/payments/refund-states.ts';
import { aboutPayment, followedNow, refuseCardInReason } from '../after-payment/about-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { type FoundPayment, findPayment } from '../payments/read.ts';
import { refundsOf } from '../refunds/read.ts';
import { keepRequest, requestedBefore } from './keep-request.ts';

interface Wish {
  readonly kind: 'late_void' | 'override';
  readonly requestId: string;
  readonly key: AttemptKey;
  readonly reason: string;
  readonly verificationId: string | null;
}

async function callOf(db: Database, key: AttemptKey): Promise<string | null> {
  const { rows } = await sql<{ callId: string | null }>`
    SELECT call_id AS "callId" FROM payment WHERE key = ${key}`.execute(db);
  return rows[0]?.callId ?? null;
}

/**
 * The payment and the call it is asked about on. Whoever took a payment whose outcome is open may ask about it, also for
 * a caller who may hear nothing else.
 */
export async function aboutRequest(
  db: Database,
  person: Person,
  about: Pick<Wish, 'key' | 'verificationId'>,
  now: number,
): Promise<{ readonly found: FoundPayment; readonly callId: string | null }> {
  const own = await findPayment(db, about.key);
  if (own?.takenBy === person.user.userId && person.user.regions.includes(own.region)) {
    return { found: own, callId: await callOf(db, about.key) };
  }
  const { found, call } = await aboutPayment(db, person, about, now);
  return { found, callId: call?.callId ?? null };
}

/** Why another payment need not be allowed beside this one; null while its outcome is open. */
function overrideRefusal({ payment, overriddenAt }: FoundPayment): ProblemCode | null {
  switch (payment.state) {
    case 'unknown':
      return overriddenAt === null ? null : 'approval_open';
    case 'sent':
      return 'still_in_flight';
    case 'declined':
      return 'outcome_declined';
    case 'not_charged':
      return 'outcome_not_charged';
    default:
      return 'outcome_approved';
  }
}

async function refusalOf(db: Database, kind: Wish['kind'], found: FoundPayment, now: number) {
  if (kind === 'override') return overrideRefusal(found);
  const refunds = await refundsOf(db, found.payment.key);
  if (refunds.some(({ state }) => isOpenRefund(state))) return 'refund_open';
  return lateVoidRefusal(followedNow(found, now));
}

/** Asks a second person about a payment, once under its id: to take it back late, or to allow another one beside it. */
export async function askAboutPayment(
  db: Database,
  wish: Wish,
  person: Person,
  now: number,
): Promise<AskedApproval> {
  const { kind, requestId, key, reason } = wish;
  refuseCardInReason(reason);
  const { callId } = await aboutRequest(db, person, wish, now);
  return db.transaction().execute(async trx => {
    await sql`SELECT FROM payment WHERE key = ${key} FOR NO KEY UPDATE`.execute(trx);
    const request = { requestId, kind, paymentKey: key, terms: null, reason };
    const before = await requestedBefore(trx, request);
    if (before) return before;
    const found = await findPayment(trx, key);
    if (!found) throw new Refused('payment_not_found');
    const refusal = await refusalOf(trx, kind, found, now);
    if (refusal) throw new Refused(refusal);
    const { guarantorId, amountCents } = found.payment;
    return keepRequest(trx, { ...request, guarantorId, amountCents, callId }, person, now);
  });
}
