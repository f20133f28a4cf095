import { openCallView } from '../call/open-call-view.ts';
import { requireCall } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { agreeToDebit } from '../payments/agree-to-debit.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { voidPayment } from '../payments/void-payment.ts';
import type { SomeHandlers } from './handlers.ts';

/** Taking a payment, and what became of it. */
export function paymentHandlers(
  desk: DeskParts,
): SomeHandlers<
  | 'debits.agree'
  | 'payments.submit'
  | 'payments.outcome'
  | 'payments.askNow'
  | 'payments.void'
  | 'capture.discard'
> {
  return {
    'debits.agree'(agreed, caller) {
      const call = requireCall(desk.calls, caller);
      agreeToDebit(desk, call, agreed);
      return openCallView(desk, call);
    },

    'payments.submit': (draft, caller) =>
      submitPayment(desk, requireCall(desk.calls, caller), caller.userId, draft),

    'payments.outcome'({ key }) {
      const attempt = desk.attempts.read(key);
      if (!attempt) throw new Refused('payment_not_found');
      return attempt;
    },

    async 'payments.askNow'() {
      await desk.resolver.askNow();
      return null;
    },

    'payments.void': ({ key, reason }, caller) => voidPayment(desk, caller.userId, key, reason),

    'capture.discard'(_input, caller) {
      const call = requireCall(desk.calls, caller);
      desk.captured.forget();
      desk.news.tell('call');
      return openCallView(desk, call);
    },
  };
}
