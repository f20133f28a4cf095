import { sql } from 'kysely';
import type { Refund, RefundKey } from '#shared/billing/refund.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { RefundOrder } from '#shared/contract/refunds.ts';
import { organization } from '#shared/organization/profile.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { refundRefusal } from '#shared/payments/may-follow.ts';
import { isOpenRefund } from '#shared/payments/refund-states.ts';
import { aboutPayment, followedNow, refuseCardInReason } from '../after-payment/about-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findPayment } from '../payments/read.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { finishRefund } from './finish.ts';
import { approveRefund } from './move.ts';
import { findRefund, refundsOf } from './read.ts';
import { refundableCents, refundableParts } from './refundable.ts';

interface Asked {
  readonly refundKey: RefundKey;
  readonly paymentKey: AttemptKey;
  readonly order: RefundOrder;
  readonly person: Person;
  readonly callId: string | null;
}

/** What was asked for under this key before, if it was the same; another one is `key_reused`. */
async function askedBefore(db: Database, asked: Asked): Promise<Refund | undefined> {
  const earlier = await findRefund(db, asked.refundKey);
  if (!earlier) return undefined;
  const { amountCents, reason } = asked.order;
  const isSame =
    earlier.paymentKey === asked.paymentKey &&
    earlier.amountCents === amountCents &&
    earlier.reason === reason;
  if (!isSame) throw new Refused('key_reused');
  return earlier;
}

/** Refuses what cannot be given back. Runs while the payment is locked. */
async function refuseImpossible(db: Database, { paymentKey, order }: Asked, now: number) {
  const found = await findPayment(db, paymentKey);
  if (!found) throw new Refused('payment_not_found');
  const refunds = await refundsOf(db, paymentKey);
  const refusal = refundRefusal(followedNow(found, now));
  if (refusal) throw new Refused(refusal);
  if (refunds.some(({ state }) => isOpenRefund(state))) throw new Refused('refund_open');
  const left = refundableCents(await refundableParts(db, paymentKey));
  if (left === 0) throw new Refused('not_refundable');
  if (order.amountCents > left) throw new Refused('refund_over_paid', { field: 'amountCents' });
  return found.payment.method.kind;
}

/** Writes the wish, and that it is approved where no second person is needed; all or nothing. */
async function commitRefund({ db, clock, leaseMs }: PaymentParts, asked: Asked): Promise<boolean> {
  const { refundKey, paymentKey, order, person, callId } = asked;
  return db.transaction().execute(async trx => {
    await sql`SELECT FROM payment WHERE key = ${paymentKey} FOR NO KEY UPDATE`.execute(trx);
    if (await askedBefore(trx, asked)) return false;
    const now = clock();
    const at = instantOf(now);
    const methodKind = await refuseImpossible(trx, asked, now);
    const inserted = await sql`
      INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at,
        asked_by, workstation_id, call_id)
      VALUES (${refundKey}, ${paymentKey}, ${order.amountCents}, ${order.reason}, ${methodKind}, 'requested', ${at},
        ${at}, ${person.user.userId}, ${person.workstationId}, ${callId}) ON CONFLICT DO NOTHING
      RETURNING refund_key`.execute(trx);
    if (inserted.rows.length === 0) throw new Refused('key_reused');
    if (order.amountCents > organization.refunds.approvalAboveCents) return false;
    await approveRefund(trx, { refundKey, methodKind }, { why: null, now, leaseMs });
    return methodKind === 'card';
  });
}

/**
 * Asks for money back, once under its key. Up to the organization's limit it is paid at once; above it, it
 * waits for a second person. While the processor is silent it stays sent, and is finished later.
 */
export async function askRefund(
  parts: PaymentParts,
  refundKey: RefundKey,
  paymentKey: AttemptKey,
  order: RefundOrder,
  person: Person,
): Promise<Refund> {
  refuseCardInReason(order.reason);
  const { verificationId } = order;
  const { call } = await aboutPayment(
    parts.db,
    person,
    { key: paymentKey, verificationId },
    parts.clock(),
  );
  const asked = { refundKey, paymentKey, order, person, callId: call?.callId ?? null };
  if (await commitRefund(parts, asked)) await finishRefund(parts, refundKey);
  const refund = await findRefund(parts.db, refundKey);
  if (!refund) throw new Refused('internal');
  return refund;
}
