import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ending } from '#shared/ach/account-ending.ts';
import { changeCodes, refusalCodes } from '#shared/ach/codes/change-codes.ts';
import { returnCodes } from '#shared/ach/codes/return-codes.ts';
import { checkDigitOf, isRoutingNumber } from '#shared/ach/codes/routing-number.ts';
import { transactionCodes } from '#shared/ach/codes/transaction-codes.ts';

describe('a routing number', () => {
  test.each(['121042882', '021000021', '091000019', '322271627', '026009593'])(
    '%s is one of a bank',
    digits => expect(isRoutingNumber(digits)).toBe(true),
  );
  const refused = [
    '121042883',
    '000000000',
    '12104288',
    '1210428820',
    '12104288a',
    '990000007',
    '',
  ];
  test.each(refused)('%j is none', digits => expect(isRoutingNumber(digits)).toBe(false));

  it('has another check digit whenever one of its digits is another', () => {
    const eightDigits = fc.stringMatching(/^\d{8}$/);
    const place = fc.nat(7);
    const step = fc.integer({ min: 1, max: 9 });
    const property = fc.property(eightDigits, place, step, (digits, at, by) => {
      const other = String((Number(digits[at]) + by) % 10);
      const changed = digits.slice(0, at) + other + digits.slice(at + 1);
      expect(checkDigitOf(changed)).not.toBe(checkDigitOf(digits));
    });
    fc.assert(property);
  });
});

describe('the return codes', () => {
  it('say which returns count as unauthorised and which as administrative', () => {
    const ofKind = (kind: string) =>
      [...returnCodes].filter(([, meaning]) => meaning.kind === kind).map(([code]) => code);
    expect(ofKind('unauthorised')).toEqual(['R05', 'R07', 'R10', 'R11', 'R29', 'R51']);
    expect(ofKind('administrative')).toEqual(['R02', 'R03', 'R04']);
  });

  it('allow a payment to be tried again only for want of funds', () => {
    const twice = [...returnCodes].filter(([, { retry }]) => retry === 'twice');
    expect(twice.map(([code]) => code)).toEqual(['R01', 'R09']);
    expect(returnCodes.get('R11')?.retry).toBe('once-corrected');
    expect(returnCodes.get('R07')).toMatchObject({
      retry: 'never',
      deadline: { calendarDays: 60 },
    });
  });

  it('go from R01 to R85, with the gaps the rules leave', () => {
    const gaps = [48, 49, 54, 55, 56, 57, 58, 59, 60, 78, 79];
    const all = Array.from({ length: 85 }, (_, place) => place + 1);
    const expected = all.filter(number => !gaps.includes(number));
    const codes = expected.map(number => `R${String(number).padStart(2, '0')}`);
    expect([...returnCodes.keys()].sort()).toEqual(codes);
  });
});

test('notices of change have fourteen codes, and nine refuse one', () => {
  expect(changeCodes.size).toBe(14);
  expect([...refusalCodes.keys()].at(-1)).toBe('C69');
});

test('a transaction code says the account and the direction', () => {
  expect(transactionCodes.get('27')).toEqual({
    account: 'checking',
    direction: 'debit',
    use: 'live',
  });
  expect(transactionCodes.get('33')).toMatchObject({ account: 'savings', use: 'prenote' });
  expect(transactionCodes.get('36')).toMatchObject({ direction: 'debit', use: 'return' });
  expect(transactionCodes.has('25')).toBe(false);
});

test('of an account number never more than half is shown', () => {
  expect(['004455667788', '55123', '123', '7', ''].map(ending)).toEqual([
    '7788',
    '23',
    '3',
    '',
    '',
  ]);
});
