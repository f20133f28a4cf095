import { expect, test } from 'vitest';
import { affordableCentsAMonth } from '#shared/assistance/affordable-payment.ts';
import { awardedCents } from '#shared/assistance/award.ts';
import { periodToAskBack, yearlyIncomeCents } from '#shared/assistance/income.ts';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { type Household, screen } from '#shared/assistance/screening.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { StateCode } from '#shared/plans/states.ts';

const today = '2026-11-20' as CalendarDate;
const guidelineOfOne = 1_596_000;

function household(yearlyCents: number | null, changed: Partial<Household> = {}): Household {
  return {
    region: 'NCAL',
    state: StateCode.parse('CA'),
    people: 1,
    incomes:
      yearlyCents === null
        ? null
        : [{ source: 'wages', amountCents: cents(yearlyCents), period: 'yearly' }],
    medicalExpensesCents: cents(0),
    essentialExpensesCentsAMonth: null,
    coverageOffered: false,
    needsPrescriptions: true,
    ...changed,
  };
}

const of = (programme: string, asked: Household) =>
  screen(asked, today).find(each => each.programme === programme);

test.each([
  [2, 0, 100],
  [2, 1, 75],
  [3, 0, 75],
  [3, 1, 50],
  [4, 0, 50],
])('in California %i times the guideline and %i cents gets %i percent', (times, more, percent) => {
  const mfa = of('mfa', household(times * guidelineOfOne + more));
  expect(mfa).toMatchObject({ answer: 'eligible', reason: 'within_limit', award: { percent } });
});

test('one cent above four times the guideline gets nothing by income', () => {
  expect(of('mfa', household(4 * guidelineOfOne + 1))).toMatchObject({
    answer: 'not_eligible',
    reason: 'above_limit',
    limitPercent: 400,
  });
});

test('medical expenses of a tenth of the income get an award whatever the income, a cent less does not', () => {
  const rich = 20_000_000;
  const spent = (amount: number) =>
    of('mfa', household(rich, { medicalExpensesCents: cents(amount) }));
  expect(spent(rich / 10)).toMatchObject({ answer: 'eligible', reason: 'by_expenses' });
  expect(spent(rich / 10 - 1)).toMatchObject({ answer: 'not_eligible' });
});

test('somebody without any income is eligible; somebody not asked is unknown', () => {
  expect(of('mfa', household(0, { incomes: [] }))).toMatchObject({ award: { percent: 100 } });
  expect(of('mfa', household(null))).toMatchObject({ answer: 'unknown', reason: 'income_unasked' });
  expect(of('community', household(null))).toMatchObject({ answer: 'eligible' });
});

test('coverage that is offered elsewhere rules charitable coverage out before the income is known', () => {
  expect(of('chc', household(null, { coverageOffered: true }))).toMatchObject({
    answer: 'not_eligible',
    reason: 'coverage_offered',
  });
  expect(of('chc', household(0, { coverageOffered: null }))).toMatchObject({ answer: 'unknown' });
});

test('every region has a policy today, and none before its first', () => {
  for (const region of RegionCode.options) {
    expect(assistancePolicy(region, today)?.region).toBe(region);
    expect(assistancePolicy(region, '2025-12-31' as CalendarDate)).toBeUndefined();
  }
});

test('incomes of any period add up to a year, and what sounds like another period is asked back', () => {
  const wages = (amount: number, period: 'weekly' | 'twice_a_month' | 'monthly' | 'yearly') =>
    ({ source: 'wages', amountCents: cents(amount), period }) as const;
  expect(yearlyIncomeCents([wages(50_000, 'weekly'), wages(10_000, 'twice_a_month')])).toBe(
    2_840_000,
  );
  expect(periodToAskBack(wages(4_800_000, 'monthly'))).toBe('yearly');
  expect(periodToAskBack(wages(1_200_000, 'monthly'))).toBe('yearly');
  expect(periodToAskBack(wages(1_000_001, 'monthly'))).toBe('yearly');
  expect(periodToAskBack(wages(1_000_000, 'monthly'))).toBeUndefined();
  expect(periodToAskBack(wages(400_000, 'yearly'))).toBe('monthly');
  expect(periodToAskBack(wages(400_000, 'monthly'))).toBeUndefined();
  expect(periodToAskBack(wages(0, 'yearly'))).toBeUndefined();
});

test('California asks for no more than a tenth of what is left in a month', () => {
  expect(affordableCentsAMonth(500_000, 320_000)).toBe(18_000);
  expect(affordableCentsAMonth(320_000, 500_000)).toBe(0);
});

test('an award takes its part off a charge, a broken cent to the patient’s gain', () => {
  expect(awardedCents(101, 50)).toBe(51);
  expect(awardedCents(101, 100)).toBe(101);
});
