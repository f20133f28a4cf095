import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Cents, cents, sumCents } from '#shared/money/cents.ts';
import { type AmountFault, parseAmount } from '#shared/money/parse-amount.ts';
import { amountText, showMoney } from '#shared/money/show-money.ts';

const anyPayable = fc.integer({ min: 1, max: 1_000_000_000 }).map(cents);

describe('an amount is read as people type it', () => {
  const typed: readonly [string, number][] = [
    ['1,234.5', 123450],
    ['$12', 1200],
    ['$ 12', 1200],
    ['12.', 1200],
    ['.50', 50],
    [' 312.40 ', 31240],
    ['$1,284.60', 128460],
    ['0.01', 1],
    ['007', 700],
    ['1234567', 123456700],
    ['10,000,000.00', 1_000_000_000],
  ];
  test.each(typed)('%j is %i cents', (text, amountCents) => {
    expect(parseAmount(text)).toEqual({ ok: true, amountCents });
  });
});

describe('what cannot be paid is refused with the one reason', () => {
  const refused: readonly [string, AmountFault][] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['$', 'empty'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['$-5', 'negative'],
    ['(5.00)', 'negative'],
    ['12.345', 'too_precise'],
    ['0.001', 'too_precise'],
    ['1,23', 'misplaced_comma'],
    ['12,34.50', 'misplaced_comma'],
    ['1,,234', 'misplaced_comma'],
    ['0,50', 'misplaced_comma'],
    ['10,000,000.01', 'too_large'],
    ['99999999999999999999', 'too_large'],
    ['.', 'not_an_amount'],
    ['twelve', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
    ['0x10', 'not_an_amount'],
    ['1.2.3', 'not_an_amount'],
    ['12 34', 'not_an_amount'],
    ['NaN', 'not_an_amount'],
    ['Infinity', 'not_an_amount'],
    ['١٢', 'not_an_amount'],
  ];
  test.each(refused)('%j is refused as %s', (text, fault) => {
    expect(parseAmount(text)).toEqual({ ok: false, fault });
  });

  it('answers any text whatever, and never with an amount of zero or less', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), text => {
        const read = parseAmount(text);
        expect(read.ok ? read.amountCents > 0 : read.fault.length > 0).toBe(true);
      }),
    );
  });
});

describe('money that is shown can be typed back to the same cent', () => {
  it('as it stands on a bill', () => {
    fc.assert(
      fc.property(anyPayable, amountCents => {
        expect(parseAmount(showMoney(amountCents))).toEqual({ ok: true, amountCents });
      }),
    );
  });

  it('and as it stands in the amount box', () => {
    fc.assert(
      fc.property(anyPayable, amountCents => {
        expect(parseAmount(amountText(amountCents))).toEqual({ ok: true, amountCents });
      }),
    );
  });

  it('puts the sign before the symbol and always shows the cents', () => {
    expect(showMoney(cents(-500))).toBe('−$5.00');
    expect(showMoney(cents(128460))).toBe('$1,284.60');
    expect(showMoney(cents(7))).toBe('$0.07');
    expect(amountText(cents(-5))).toBe('-0.05');
  });
});

describe('cents are whole', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', amount => {
    expect(() => cents(amount)).toThrow(RangeError);
  });

  it('sums exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), amounts => {
        const asCents = amounts.map(cents);
        expect(sumCents(asCents)).toBe(sumCents([...asCents].reverse()));
        expect(sumCents(asCents)).toBe(amounts.reduce((left, right) => left + right, 0) as Cents);
      }),
    );
  });
});
