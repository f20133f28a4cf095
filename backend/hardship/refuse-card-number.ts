import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { Refused } from '../http/refused.ts';

/** Words of a counselor with a card number in them are kept nowhere (PCI DSS 3.5.1). */
export function refuseCardNumber(words: string, field: string): void {
  if (holdsCardNumber(words)) throw new Refused('card_in_reason', { field });
}
