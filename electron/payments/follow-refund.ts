import type { RefundAsked } from '#db/journal/refunds-asked.ts';
import type { Refund } from '#shared/billing/refund.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused } from '../backend/failures.ts';
import type { Clock } from '../desk/clock.ts';
import { Refused } from '../desk/refused.ts';
import type { UserClient } from '../session/as-user.ts';
import type { Session } from '../session/session.ts';
import { isNoAnswer } from './no-answer.ts';
import type { RefundBook } from './refund-book.ts';

export interface RefundSender {
  readonly userBackend: UserClient;
  readonly refunds: RefundBook;
}

interface RefundFollower extends RefundSender {
  readonly backend: BackendClient;
  readonly token: () => string | undefined;
  readonly session: Session;
  readonly clock: Clock;
}

/** By then its verification has ended, and with it whatever of it may still be on the wire. */
const NEVER_HEARD_MS = 24 * 3_600_000;

/** A processor tells of a refund within this; a bank takes days, and the desk does not ask for so long. */
const TOLD_SOON_MS = 10 * 60_000;

function sameRefund(wish: RefundAsked, refund: Refund): Refund {
  if (refund.refundKey !== wish.refundKey || refund.paymentKey !== wish.paymentKey) {
    throw new BackendNonsense('a reply about another refund');
  }
  return refund;
}

/** Sends a refund that is in the journal, and writes there what the backend says; its silence leaves it open. */
export async function sendRefund(
  { userBackend, refunds }: RefundSender,
  wish: Omit<RefundAsked, 'askedAt'>,
): Promise<Refund> {
  const { refundKey, paymentKey, amountCents, reason, verificationId } = wish;
  try {
    const refund = await userBackend.ask('askRefund', {
      params: { key: paymentKey },
      headers: { 'idempotency-key': refundKey },
      body: { amountCents, reason, verificationId },
    });
    refunds.answer(refundKey, refund.state);
    return refund;
  } catch (failure) {
    if (failure instanceof Refused && !isNoAnswer(failure.reason)) {
      refunds.answer(refundKey, 'not_taken');
    }
    throw failure;
  }
}

/** Nobody there has heard of it: whoever asked for it sends it again, under the same key, or it ends unsent. */
async function sendAgain(parts: RefundFollower, wish: RefundAsked): Promise<void> {
  const { refunds, session, clock } = parts;
  if (session.user()?.userId === wish.userId) await sendRefund(parts, wish);
  else if (clock.nowMs() - Date.parse(wish.askedAt) > NEVER_HEARD_MS) {
    refunds.answer(wish.refundKey, 'not_taken');
  } else refunds.askLater(wish.refundKey);
}

/**
 * Finds out what became of a refund whose answer was lost. Asks by its key first, and only what the backend has
 * never heard of is sent again.
 */
export async function followRefund(parts: RefundFollower, wish: RefundAsked): Promise<void> {
  const { backend, refunds, token, clock } = parts;
  const { refundKey } = wish;
  try {
    const reply = await backend.ask('refund', { params: { refundKey } }, { token: token() });
    const { state } = sameRefund(wish, reply);
    const isSoonTold = clock.nowMs() - Date.parse(wish.askedAt) < TOLD_SOON_MS;
    if (state === 'sent' && isSoonTold) refunds.askLater(refundKey);
    else refunds.answer(refundKey, state);
  } catch (failure) {
    const unheardOf = failure instanceof BackendRefused && failure.code === 'refund_not_found';
    if (!unheardOf) return refunds.askLater(refundKey);
    await sendAgain(parts, wish).catch(() => refunds.askLater(refundKey));
  }
}
