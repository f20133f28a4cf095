import type { CardFault } from '../../cards/card-entry.ts';

/** What is wrong with a typed card, one sentence each. */
export const card = {
  number_incomplete: 'The number is not complete; ask for the rest.',
  number_wrong: 'This is not a card number; ask the caller to read it again.',
  brand_not_taken:
    'This brand is not taken; ask for a Visa, Mastercard, American Express or Discover.',
  expiry_wrong: 'Enter month and year, such as 04/28.',
  expired: 'This card has expired; ask for another card.',
  security_code_wrong: 'The security code has three digits, on American Express four.',
  postal_code_wrong: 'Enter the five-digit ZIP code of the billing address.',
} as const satisfies Record<CardFault, string>;
