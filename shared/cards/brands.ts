import { z } from 'zod';

/** The brands the organization takes. */
export const CardBrand = z.enum(['visa', 'mastercard', 'american-express', 'discover']);
export type CardBrand = z.infer<typeof CardBrand>;

/** Brand names are the same in every language the desk speaks. */
export const brandName: Readonly<Record<CardBrand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  'american-express': 'American Express',
  discover: 'Discover',
};
