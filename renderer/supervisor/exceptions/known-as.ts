import type { PaymentState } from '#shared/payments/states.ts';

/** What an outcome that has become known means to whoever overrode it. */
export function knownAs(state: PaymentState): 'approved' | 'declined' | 'not_charged' | 'other' {
  switch (state) {
    case 'approved':
    case 'posted':
    case 'settled':
      return 'approved';
    case 'declined':
    case 'not_charged':
      return state;
    default:
      return 'other';
  }
}
