import type { CalendarDate } from '../calendar/dates.ts';
import type { SignedCopy } from './authorisation.ts';

export type SignedCopyFault = 'signed_before_terms' | 'received_before_signed' | 'in_future';

/**
 * What is wrong with the dates on a copy that came back, or undefined. It is signed on or after `agreedOn`, the
 * date of the terms that it shows: a copy of earlier terms authorises none of the present ones (12 CFR 1005.10(b)).
 */
export function signedCopyFault(
  { signedOn, receivedOn }: SignedCopy,
  agreedOn: CalendarDate,
  today: CalendarDate,
): SignedCopyFault | undefined {
  if (signedOn < agreedOn) return 'signed_before_terms';
  if (receivedOn < signedOn) return 'received_before_signed';
  return receivedOn > today ? 'in_future' : undefined;
}
