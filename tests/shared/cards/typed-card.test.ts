import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { brandOf, passesLuhn } from '#shared/cards/brand-rules.ts';
import { CardBrand } from '#shared/cards/brands.ts';
import { type CardEntry, checkCard, isUsable } from '#shared/cards/card-entry.ts';
import { readExpiry } from '#shared/cards/good-through.ts';

const today = '2026-11-21' as CalendarDate;

const good: CardEntry = {
  number: '4242 4242 4242 4242',
  expiry: '04/28',
  securityCode: '123',
  postalCode: '94110',
};

function withCheckDigit(body: string): string {
  const digit = [...'0123456789'].find(each => passesLuhn(body + each));
  return body + (digit ?? '');
}

function numberOf(start: string, length: number): string {
  return withCheckDigit(start.padEnd(length - 1, '3'));
}

function faultOf(change: Partial<CardEntry>) {
  return checkCard({ ...good, ...change }, today).faults;
}

describe('the four brands are taken', () => {
  test.each([
    ['visa', '4242424242424242', '123'],
    ['mastercard', '5555555555554444', '123'],
    ['mastercard', '2223003122003222', '123'],
    ['american-express', '378282246310005', '1234'],
    ['discover', '6011111111111117', '123'],
  ] as const)('%s %s', (brand, number, securityCode) => {
    const checked = checkCard({ ...good, number, securityCode }, today);
    expect(checked).toEqual({ brand, faults: {} });
    expect(isUsable(checked)).toBe(true);
  });

  test.each([
    ['visa', '4', [13, 16, 19]],
    ['mastercard', '51', [16]],
    ['mastercard', '55', [16]],
    ['mastercard', '222100', [16]],
    ['mastercard', '272099', [16]],
    ['american-express', '34', [15]],
    ['american-express', '37', [15]],
    ['discover', '6011', [16, 17, 18, 19]],
    ['discover', '622126', [16, 17, 18, 19]],
    ['discover', '622925', [16, 17, 18, 19]],
    ['discover', '644', [16, 17, 18, 19]],
    ['discover', '649', [16, 17, 18, 19]],
    ['discover', '65', [16, 17, 18, 19]],
  ] as const)(
    '%s numbers that begin with %s have %j digits and no other count',
    (brand, start, lengths) => {
      for (let length = 12; length <= 20; length += 1) {
        const number = numberOf(start, length);
        const { number: fault } = faultOf({ number });
        expect(brandOf(number)).toBe(brand);
        expect(fault === undefined, `${length} digits`).toBe(
          (lengths as readonly number[]).includes(length),
        );
      }
    },
  );

  test.each([
    ['222099', 16],
    ['272100', 16],
    ['622125', 16],
    ['622926', 16],
    ['643', 16],
    ['50', 16],
    ['30', 14],
    ['35', 16],
  ])('%s… belongs to none of them', (start, length) => {
    const { brand, faults } = checkCard({ ...good, number: numberOf(start, length) }, today);
    expect(brand).toBeUndefined();
    expect(faults.number).toBeDefined();
  });

  it('a good card of a brand that is not taken is told apart from nonsense', () => {
    expect(faultOf({ number: '30569309025904' }).number).toBe('brand_not_taken');
    expect(faultOf({ number: '3566002020360505' }).number).toBe('brand_not_taken');
  });
});

describe('impossible numbers', () => {
  test.each([
    ['4242424242424241', 'number_wrong'],
    ['0000000000000000', 'number_wrong'],
    ['424242424242', 'number_incomplete'],
    ['', 'number_incomplete'],
    ['42424242424242424242424', 'number_wrong'],
    ['4242-4242-4242-424x', 'number_wrong'],
  ] as const)('%j is refused as %s', (number, fault) => {
    expect(faultOf({ number }).number).toBe(fault);
  });

  it('one wrong digit is always found', () => {
    const place = fc.integer({ min: 1, max: 15 });
    const shift = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        fc.constantFrom('4242424242424242', '5555555555554444'),
        place,
        shift,
        (number, at, by) => {
          const digit = (Number(number[at]) + by) % 10;
          const wrong = number.slice(0, at) + digit + number.slice(at + 1);
          expect(passesLuhn(wrong)).toBe(false);
        },
      ),
    );
  });
});

describe('the expiry', () => {
  test.each([
    ['11/26', undefined],
    ['12/26', undefined],
    ['10/26', 'expired'],
    ['11/25', 'expired'],
    ['13/28', 'expiry_wrong'],
    ['00/28', 'expiry_wrong'],
    ['', 'expiry_wrong'],
    ['soon', 'expiry_wrong'],
    ['04/99', 'expiry_wrong'],
  ] as const)('%j is %s in November 2026', (expiry, fault) => {
    expect(faultOf({ expiry }).expiry).toBe(fault);
  });

  it('a card is good through the last day of its month, and not a day longer', () => {
    const on = (date: string) =>
      checkCard({ ...good, expiry: '02/28' }, date as CalendarDate).faults;
    expect(on('2028-02-29').expiry).toBeUndefined();
    expect(on('2028-03-01').expiry).toBe('expired');
  });

  test.each(['4/28', '04/28', '04/2028', '4 / 2028', '0428', '428', '042028', '04-28', ' 04/28 '])(
    '%j is April 2028',
    typed => {
      expect(readExpiry(typed)).toBe('2028-04');
    },
  );
});

describe('security code and ZIP', () => {
  test.each([
    ['4242424242424242', '1234'],
    ['4242424242424242', '12'],
    ['4242424242424242', '12a'],
    ['378282246310005', '123'],
  ])('for %s the code %j has the wrong length', (number, securityCode) => {
    expect(faultOf({ number, securityCode }).securityCode).toBe('security_code_wrong');
  });

  test.each(['9411', '941100', 'ABCDE', ''])('%j is no ZIP code', postalCode => {
    expect(faultOf({ postalCode }).postalCode).toBe('postal_code_wrong');
  });

  it('a ZIP+4 is taken', () => {
    expect(faultOf({ postalCode: '94110-1234' })).toEqual({});
  });
});

it('whatever is typed gets a fault or a brand', () => {
  const text = fc.string({ maxLength: 24 });
  const entry = fc.record({ number: text, expiry: text, securityCode: text, postalCode: text });
  fc.assert(
    fc.property(entry, typed => {
      const { brand, faults } = checkCard(typed, today);
      expect(brand === undefined || CardBrand.options.includes(brand)).toBe(true);
      expect(faults.number !== undefined || brand !== undefined).toBe(true);
    }),
  );
});
