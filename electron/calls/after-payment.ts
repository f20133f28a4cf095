import type { DeskParts } from '../desk/desk-parts.ts';
import { askRefund } from '../payments/ask-refund.ts';
import { historyOf, verificationOf } from '../payments/history.ts';
import { voidPayment } from '../payments/void-payment.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** What may follow a payment, whatever desk took it. Nothing of it works without the backend. */
export function afterPaymentHandlers(
  desk: DeskParts,
): SomeHandlers<
  | 'payments.history'
  | 'payments.takeBack'
  | 'payments.refund'
  | 'payments.trace'
  | 'disputes.open'
  | 'refunds.toPayOut'
  | 'refunds.payOut'
  | 'payments.unposted'
  | 'traces.close'
> {
  const { backend, news } = desk;

  /** A supervisor is on no call. */
  function noteOnCall(caller: Caller, kind: 'traced' | 'disputed', about: string): void {
    const call = desk.calls.open(caller.userId);
    if (!call) return;
    desk.calls.noteOnce(call.callId, kind, about);
    news.tell('call');
  }

  return {
    'payments.history': ({ key }, caller) => historyOf(desk, caller, key),

    async 'payments.takeBack'({ key, reason }, caller) {
      // A payment of this desk is followed by its journal until the void is done.
      if (desk.attempts.read(key)) await voidPayment(desk, caller.userId, key, reason);
      else await backend.ask('voidPayment', { params: { key }, body: { reason } });
      news.tell('balance');
      return null;
    },

    'payments.refund': (wish, caller) => askRefund(desk, caller, wish),

    async 'payments.trace'({ key, traceId, note }, caller) {
      const opened = await backend.ask('openTrace', {
        params: { key, traceId },
        body: { note, verificationId: verificationOf(desk, caller) },
      });
      noteOnCall(caller, 'traced', key);
      return opened;
    },

    async 'disputes.open'({ disputeId, chargeId, reason }, caller) {
      const verificationId = verificationOf(desk, caller) ?? '';
      const opened = await backend.ask('openDispute', {
        params: { disputeId },
        body: { chargeId, reason, verificationId },
      });
      noteOnCall(caller, 'disputed', chargeId);
      news.tell('balance');
      return opened;
    },

    'refunds.toPayOut': () => backend.ask('refundsToPayOut', {}),

    'refunds.payOut': ({ refundKey, ...body }) =>
      backend.ask('payOutRefund', { params: { refundKey }, body }),

    'payments.unposted': () => backend.ask('unpostedPayments', {}),

    'traces.close': ({ traceId, ...body }) =>
      backend.ask('closeTrace', { params: { traceId }, body }),
  };
}
