import type { PaymentState } from '#shared/payments/states.ts';

export type ResultKind =
  | 'sending'
  | 'unknown'
  | 'approved'
  | 'declined'
  | 'not_charged'
  | 'voided'
  | 'other';

/** Which screen tells of a payment in this state. */
export function resultKind(state: PaymentState): ResultKind {
  switch (state) {
    case 'ready':
    case 'sent':
      return 'sending';
    case 'approved':
    case 'originated':
    case 'posted':
    case 'settled':
      return 'approved';
    case 'unknown':
    case 'declined':
    case 'not_charged':
    case 'voided':
      return state;
    default:
      return 'other';
  }
}
