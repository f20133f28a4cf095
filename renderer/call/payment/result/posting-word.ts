import type { PaymentState } from '#shared/payments/states.ts';

/** How far a payment that stands has come on its way to the account and into the bank. */
export function postingWord(state: PaymentState): 'toCome' | 'posted' | 'settled' {
  return state === 'posted' || state === 'settled' ? state : 'toCome';
}
