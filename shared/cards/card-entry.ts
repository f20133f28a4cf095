import valid from 'card-validator';
import { z } from 'zod';
import type { CalendarDate } from '../calendar/dates.ts';
import { CardBrand } from './brands.ts';

/** A card as it is typed into the capture view. Lives there, on the way to the vault, and nowhere else. */
export const CardEntry = z.strictObject({
  number: z.string().max(32),
  expiry: z.string().max(9),
  securityCode: z.string().max(8),
  postalCode: z.string().max(12),
});
export type CardEntry = z.infer<typeof CardEntry>;

export const CardField = z.enum(['number', 'expiry', 'securityCode', 'postalCode']);
export type CardField = z.infer<typeof CardField>;

export type CardFault =
  | 'number_incomplete'
  | 'number_wrong'
  | 'brand_not_taken'
  | 'expiry_wrong'
  | 'expired'
  | 'security_code_wrong'
  | 'postal_code_wrong';

export interface CheckedCard {
  readonly brand: CardBrand | undefined;
  readonly faults: Partial<Record<CardField, CardFault>>;
}

function numberFault(number: string): { brand?: CardBrand; fault?: CardFault } {
  const digits = number.replace(/[\s-]/g, '');
  const { card, isValid, isPotentiallyValid } = valid.number(digits);
  const brand = CardBrand.safeParse(card?.type);
  if (!isValid || /^0+$/.test(digits)) {
    const fault = isPotentiallyValid && digits.length < 15 ? 'number_incomplete' : 'number_wrong';
    return brand.success ? { brand: brand.data, fault } : { fault };
  }
  return brand.success ? { brand: brand.data } : { fault: 'brand_not_taken' };
}

function expiryFault(expiry: string, today: CalendarDate): CardFault | undefined {
  const { month, year } = valid.expirationDate(expiry, 50);
  if (!month || !year)
    return /^\s*(0?[1-9]|1[0-2])\s*\/\s*\d{2}(\d{2})?\s*$/.test(expiry)
      ? 'expired'
      : 'expiry_wrong';
  const goodThrough = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}`;
  return goodThrough < today.slice(0, 7) ? 'expired' : undefined;
}

/**
 * Checks what was typed against the rules of the four brands (length, Luhn, security code of three or
 * four digits) and the calendar: a card is good through the last day of its month of expiry.
 */
export function checkCard(entry: CardEntry, today: CalendarDate): CheckedCard {
  const { brand, fault } = numberFault(entry.number);
  const codeLength = brand === 'american-express' ? 4 : 3;
  const expiry = expiryFault(entry.expiry, today);
  return {
    brand,
    faults: {
      ...(fault && { number: fault }),
      ...(expiry && { expiry }),
      ...(!valid.cvv(entry.securityCode, codeLength).isValid && {
        securityCode: 'security_code_wrong' as const,
      }),
      ...(!/^\d{5}(-\d{4})?$/.test(entry.postalCode.trim()) && {
        postalCode: 'postal_code_wrong' as const,
      }),
    },
  };
}

/** Whether nothing is wrong with a card that was checked. */
export function isUsable(checked: CheckedCard): boolean {
  return checked.brand !== undefined && Object.keys(checked.faults).length === 0;
}
