import valid from 'card-validator';
import { z } from 'zod';
import type { CalendarDate } from '../calendar/dates.ts';
import { brandOf, brandRules, passesLuhn } from './brand-rules.ts';
import type { CardBrand } from './brands.ts';
import { readExpiry } from './good-through.ts';

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

/** No card is issued for longer; a later year is a slip. */
const LONGEST_YEARS = 20;

function numberFault(number: string): { brand?: CardBrand | undefined; fault?: CardFault } {
  const digits = number.replace(/[\s-]/g, '');
  const brand = brandOf(digits);
  if (brand) {
    const { lengths } = brandRules[brand];
    if (lengths.includes(digits.length) && passesLuhn(digits)) return { brand };
    const isShort = digits.length < Math.min(...lengths);
    return { brand, fault: isShort ? 'number_incomplete' : 'number_wrong' };
  }
  const other = valid.number(digits);
  if (other.isValid && passesLuhn(digits)) return { fault: 'brand_not_taken' };
  const isShort = other.isPotentiallyValid && digits.length < 12;
  return { fault: isShort ? 'number_incomplete' : 'number_wrong' };
}

function expiryFault(expiry: string, today: CalendarDate): CardFault | undefined {
  const goodThrough = readExpiry(expiry);
  if (!goodThrough) return 'expiry_wrong';
  const thisMonth = today.slice(0, 7);
  if (goodThrough < thisMonth) return 'expired';
  const years = Number(goodThrough.slice(0, 4)) - Number(thisMonth.slice(0, 4));
  return years > LONGEST_YEARS ? 'expiry_wrong' : undefined;
}

/**
 * Checks what was typed against the rules of the four brands (length, Luhn, security code of three or
 * four digits) and the calendar: a card is good through the last day of its month of expiry.
 */
export function checkCard(entry: CardEntry, today: CalendarDate): CheckedCard {
  const { brand, fault } = numberFault(entry.number);
  const codeLength = brand ? brandRules[brand].codeLength : 3;
  const code = entry.securityCode.trim();
  const expiry = expiryFault(entry.expiry, today);
  return {
    brand,
    faults: {
      ...(fault && { number: fault }),
      ...(expiry && { expiry }),
      ...((code.length !== codeLength || /\D/.test(code)) && {
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
