import { holdsCardNumber } from './card-number-in.ts';

/** What identifies a record is never a card, whatever its digits are. */
const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether any text within a JSON value looks like a card number (PCI DSS 3.5.1): what is kept as it was typed. */
export function cardNumberWithin(value: unknown): boolean {
  if (typeof value === 'string') return !identifier.test(value) && holdsCardNumber(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(cardNumberWithin);
}
