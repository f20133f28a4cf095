import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { Refused } from '../desk/refused.ts';

/** A text with a card number in it is kept nowhere (PCI DSS 3.5.1). */
export function refuseCardNumber(text: string, field: string): void {
  if (holdsCardNumber(text)) throw new Refused('card_in_notes', field);
}
