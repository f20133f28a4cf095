import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { affordableFor, asksMoreThanAffordable } from '#shared/plans/means.ts';
import { StateCode } from '#shared/plans/states.ts';

const on = '2026-12-01' as CalendarDate;
const household = (income: number, expenses: number) => ({
  incomeCents: cents(income),
  expensesCents: cents(expenses),
});
const inState = (state: string) => ({ state: StateCode.parse(state), on });

describe('what a household can pay in a month', () => {
  test('is a tenth of what its essential expenses leave in California: 5,000 less 3,200 gives 180', () => {
    expect(affordableFor(household(500_000, 320_000), inState('CA'))).toMatchObject({
      amountCents: 18_000,
      by: 'law',
      rule: expect.stringContaining('127400'),
    });
  });

  test.each([
    ['nothing is earned', 0, 0],
    ['expenses take everything', 320_000, 320_000],
    ['expenses take more', 100_000, 320_000],
    ['less than ten cents are left', 320_009, 320_000],
  ])('is nothing where %s', (_what, income, expenses) => {
    expect(affordableFor(household(income, expenses), inState('CA')).amountCents).toBe(0);
  });

  test('is a share of the income by the organization’s policy elsewhere, and never more than is left', () => {
    const colorado = affordableFor(household(500_000, 320_000), inState('CO'));
    expect(colorado).toMatchObject({ amountCents: 25_000, by: 'policy' });
    expect(affordableFor(household(500_000, 490_000), inState('CO')).amountCents).toBe(10_000);
    expect(affordableFor(household(500_000, 600_000), inState('CO')).amountCents).toBe(0);
  });
});

test('a plan that asks for a cent more than they can pay asks for more, on a call it never does', () => {
  const affordable = affordableFor(household(500_000, 320_000), inState('CA'));
  const paying = (amount: number) => ({ payments: [{ amountCents: cents(amount) }] });
  expect(asksMoreThanAffordable(paying(18_000), { affordable })).toBe(false);
  expect(asksMoreThanAffordable(paying(18_001), { affordable })).toBe(true);
  expect(asksMoreThanAffordable(paying(900_000), null)).toBe(false);
});
