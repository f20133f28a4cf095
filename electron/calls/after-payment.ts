import type { DeskParts } from '../desk/desk-parts.ts';
import { historyOf, verificationOf } from '../payments/history.ts';
import { voidPayment } from '../payments/void-payment.ts';
import type { SomeHandlers } from './handlers.ts';

/** What may follow a payment, whatever desk took it. Nothing of it works without the backend. */
export function afterPaymentHandlers(
  desk: DeskParts,
): SomeHandlers<
  | 'payments.history'
  | 'payments.takeBack'
  | 'payments.refund'
  | 'payments.trace'
  | 'disputes.open'
  | 'refunds.waiting'
  | 'refunds.decide'
> {
  const { backend, news } = desk;
  return {
    'payments.history': ({ key }, caller) => historyOf(desk, caller, key),

    async 'payments.takeBack'({ key, reason }, caller) {
      // A payment of this desk is followed by its journal until the void is done.
      if (desk.attempts.read(key)) await voidPayment(desk, caller.userId, key, reason);
      else await backend.ask('voidPayment', { params: { key }, body: { reason } });
      news.tell('balance');
      return null;
    },

    async 'payments.refund'({ key, refundKey, amountCents, reason }, caller) {
      const refund = await backend.ask('askRefund', {
        params: { key },
        headers: { 'idempotency-key': refundKey },
        body: { amountCents, reason, verificationId: verificationOf(desk, caller) },
      });
      news.tell('balance');
      return refund;
    },

    'payments.trace': ({ key, traceId, note }, caller) =>
      backend.ask('openTrace', {
        params: { key, traceId },
        body: { note, verificationId: verificationOf(desk, caller) },
      }),

    async 'disputes.open'({ disputeId, chargeId, reason }, caller) {
      const verificationId = verificationOf(desk, caller) ?? '';
      const opened = await backend.ask('openDispute', {
        params: { disputeId },
        body: { chargeId, reason, verificationId },
      });
      news.tell('balance');
      return opened;
    },

    'refunds.waiting': () => backend.ask('waitingRefunds', {}),

    'refunds.decide': ({ refundKey, decision, reason }) =>
      backend.ask('decideRefund', { params: { refundKey }, body: { decision, reason } }),
  };
}
