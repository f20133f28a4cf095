import type { i18n } from 'i18next';
import { nameMethod } from '../billing/name-method.ts';
import { sayDate } from '../calendar/say-date.ts';
import type { Attempt } from '../desk/attempt.ts';
import { showMoney } from '../money/show-money.ts';

const described = [
  'ready',
  'sent',
  'unknown',
  'approved',
  'declined',
  'not_charged',
  'posted',
  'settled',
  'voided',
] as const;
type Described = (typeof described)[number];

/** What became of one attempt, for the record of the call. */
export function paymentSentence(attempt: Attempt, words: i18n): string {
  const say = words.getFixedT('en', 'summary');
  const { state, method, confirmation, postingOn, decline } = attempt;
  const values = {
    amount: showMoney(attempt.amountCents),
    method: nameMethod(words, method, 'en'),
    confirmation: confirmation ?? '',
    postingOn: postingOn ? sayDate('en', postingOn) : '',
    reason: decline ? say(`declines.${decline}`) : '',
    state,
  };
  const isDescribed = (known: string): known is Described =>
    (described as readonly string[]).includes(known);
  return say(`payment.${isDescribed(state) ? state : 'other'}`, values);
}
