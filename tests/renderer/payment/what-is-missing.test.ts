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
  expect(whatIsMissing(payment, given, call)).toBeUndefined();
});

it('amount, split and card come before the permission', () => {
  const none = { againCents: null, permission: null };
  expect(whatIsMissing({ ...payment, amountCents: undefined }, none, call)).toBe('amount');
  expect(whatIsMissing({ ...payment, allocation: undefined }, none, call)).toBe('split');
  expect(whatIsMissing(payment, none, { ...call, card: null })).toBe('card');
  expect(whatIsMissing(payment, none, call)).toBe('permission');
});

it('a repeated payment needs the word of the caller, for this very amount', () => {
  const repeated = { ...payment, repeats: true };
  expect(whatIsMissing(repeated, given, call)).toBe('duplicate');
  expect(whatIsMissing(repeated, { ...given, againCents: 4_500 }, call)).toBe('duplicate');
  expect(whatIsMissing(repeated, { ...given, againCents: 4_550 }, call)).toBeUndefined();
});

it('a permission holds for one card, one amount and one attempt', () => {
  const other = { ...card, last4: '0002' };
  expect(whatIsMissing(payment, given, { ...call, card: other })).toBe('permission');
  expect(whatIsMissing({ ...payment, amountCents: cents(4_551) }, given, call)).toBe('permission');
  expect(whatIsMissing(payment, given, { ...call, attempts: [anAttempt({})] })).toBe('permission');
});
