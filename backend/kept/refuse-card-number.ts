import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { Refused } from '../http/refused.ts';

/** A text with a card number in it is kept nowhere (PCI DSS 3.5.1), whatever desk it comes from. */
export function refuseCardNumber(text: string, field: string): void {
  if (holdsCardNumber(text)) throw new Refused('bad_request', { field });
}
