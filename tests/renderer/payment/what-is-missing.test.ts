import { expect, it } from 'vitest';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { cents } from '#shared/money/cents.ts';
import { permissionFor } from '../../../renderer/call/payment/permission-for.ts';
import { whatIsMissing } from '../../../renderer/call/payment/what-is-missing.ts';
import { anAttempt } from './an-attempt.ts';

const card = { brand: 'visa', last4: '4242', goodThrough: '2028-04' } as const;
const call: Pick<OpenCall, 'card' | 'attempts'> = { card, attempts: [] };
const payment = {
  amountCents: cents(4_550),
  allocation: 'oldest_first' as const,
  accountNumbers: ['88-201447'],
  totalSeenCents: cents(128_460),
  duplicate: undefined,
  repeats: false,
};
const given = { againCents: null, permission: permissionFor(call, cents(4_550)) };

it('a payment that is complete and permitted may be charged', () => {
  expect(whatIsMissing(payment, given, call, false)).toBeUndefined();
});

it('amount, split and card come before the permission', () => {
  const none = { againCents: null, permission: null };
  expect(whatIsMissing({ ...payment, amountCents: undefined }, none, call, false)).toBe('amount');
  expect(whatIsMissing({ ...payment, allocation: undefined }, none, call, false)).toBe('split');
  expect(whatIsMissing(payment, none, { ...call, card: null }, false)).toBe('card');
  expect(whatIsMissing(payment, none, call, false)).toBe('permission');
});

it('a repeated payment needs the word of the caller, for this very amount', () => {
  const repeated = { ...payment, repeats: true };
  expect(whatIsMissing(repeated, given, call, false)).toBe('duplicate');
  expect(whatIsMissing(repeated, { ...given, againCents: 4_500 }, call, false)).toBe('duplicate');
  expect(whatIsMissing(repeated, { ...given, againCents: 4_550 }, call, false)).toBeUndefined();
});

it('a permission holds for one card, one amount and one attempt', () => {
  const other = { ...card, last4: '0002' };
  expect(whatIsMissing(payment, given, { ...call, card: other }, false)).toBe('permission');
  expect(whatIsMissing({ ...payment, amountCents: cents(4_551) }, given, call, false)).toBe(
    'permission',
  );
  expect(whatIsMissing(payment, given, { ...call, attempts: [anAttempt({})] }, false)).toBe(
    'permission',
  );
});

it('while the backend is away nothing else matters', () => {
  expect(whatIsMissing(payment, given, call, true)).toBe('backend');
});
