import { expect, test } from 'vitest';
import { answersFor, ScreeningAnswers } from '#shared/assistance/answers.ts';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { guidelineCents } from '#shared/assistance/poverty-guideline.ts';
import { type Household, screen } from '#shared/assistance/screening.ts';
import { faultInHousehold, stillToConfirm } from '#shared/assistance/told-household.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { StateCode } from '#shared/plans/states.ts';

const today = '2026-11-20' as CalendarDate;
const state = StateCode.parse('CA');

const household = (yearlyCents: number, changed: Partial<Household> = {}): Household => ({
  region: 'NCAL',
  state,
  people: 2,
  incomes: [{ source: 'wages', amountCents: cents(yearlyCents), period: 'yearly' }],
  medicalExpensesCents: cents(0),
  essentialExpensesCentsAMonth: cents(320_000),
  coverageOffered: false,
  needsPrescriptions: true,
  ...changed,
});

test.each(RegionCode.options)(
  'in %s every limit is kept to the cent: a cent below and at it are within, a cent above is not',
  region => {
    const policy = assistancePolicy(region, today);
    if (!policy) throw new Error(`No policy of ${region}.`);
    const guideline = guidelineCents(state, 2);
    const award = (income: number) => {
      const [mfa] = screen(household(income, { region }), today);
      return mfa?.answer === 'eligible' ? mfa.award?.percent : 0;
    };
    for (const [at, { uptoPercent, awardPercent }] of policy.awards.entries()) {
      const limit = (guideline * uptoPercent) / 100;
      expect([limit - 1, limit, limit + 1].map(award)).toEqual([
        awardPercent,
        awardPercent,
        policy.awards[at + 1]?.awardPercent ?? 0,
      ]);
    }
    for (const [programme, { uptoPercent }] of [
      ['chc', policy.charitableCoverage],
      ['pharmacy', policy.pharmacy],
    ] as const) {
      const limit = (guideline * uptoPercent) / 100;
      const answer = (income: number) =>
        screen(household(income, { region }), today).find(each => each.programme === programme)
          ?.reason;
      const offered = programme === 'pharmacy' || policy.charitableCoverage.offered;
      expect([limit - 1, limit, limit + 1].map(answer)).toEqual(
        offered
          ? ['within_limit', 'within_limit', 'above_limit']
          : ['not_offered_here', 'not_offered_here', 'not_offered_here'],
      );
    }
  },
);

test('what was answered holds what it rests on: policy, guideline, and what is left a month', () => {
  const answers = answersFor(household(6_000_000), today);
  expect(ScreeningAnswers.parse(answers)).toEqual(answers);
  expect(answers).toMatchObject({
    on: today,
    policy: { effectiveFrom: '2026-01-01', effectiveUntil: null },
    guideline: { year: 2026, cents: guidelineCents(state, 2) },
    incomeCentsAYear: 6_000_000,
    affordableCentsAMonth: 18_000,
    unasked: [],
  });
});

test('what nobody has asked is said, and only what hangs on it is unknown', () => {
  const nothing = { incomes: null, medicalExpensesCents: null, essentialExpensesCentsAMonth: null };
  const answers = answersFor(
    household(0, { ...nothing, coverageOffered: null, needsPrescriptions: null }),
    today,
  );
  expect(answers).toMatchObject({
    incomeCentsAYear: null,
    percentOfGuidelineBps: null,
    affordableCentsAMonth: null,
    unasked: ['income', 'medical_expenses', 'essential_expenses', 'coverage', 'prescriptions'],
  });
  expect(answers.results.map(each => each.answer)).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'eligible',
  ]);
});

test('on a day without a policy nothing is answered by another day’s', () => {
  const answers = answersFor(household(0), '2025-12-31' as CalendarDate);
  expect(answers.policy).toBeNull();
  expect(answers.results.slice(0, 3).map(each => each.reason)).toEqual([
    'no_policy',
    'no_policy',
    'no_policy',
  ]);
});

const told = (changed: object) => ({ ...household(6_000_000), state: 'CA', ...changed });

test.each([
  [{ people: 0 }, 'people'],
  [{ people: 21 }, 'people'],
  [{ people: 40 }, 'people'],
  [{ state: 'ZZ' }, 'state'],
  [{ state: '' }, 'state'],
  [{ medicalExpensesCents: -1 }, 'medicalExpensesCents'],
  [{ essentialExpensesCentsAMonth: -1 }, 'essentialExpensesCentsAMonth'],
])('%j is found to be wrong', (changed, field) => {
  expect(faultInHousehold(told(changed))).toMatchObject({ field });
});

test('a household of one and of twenty, with nothing and with five million, is a household', () => {
  for (const changed of [{ people: 1 }, { people: 20 }, { medicalExpensesCents: 500_000_000 }]) {
    expect(faultInHousehold(told(changed))).toBeUndefined();
  }
});

test('incomes of zero are asked back once, and what was confirmed is not asked again', () => {
  const nothing = [{ source: 'wages', amountCents: cents(0), period: 'monthly' }] as const;
  const unsaid = { rows: [], none: false };
  expect(stillToConfirm(null, unsaid)).toEqual({ rows: [], none: false });
  expect(stillToConfirm([], unsaid)).toEqual({ rows: [], none: true });
  expect(stillToConfirm(nothing, unsaid)).toEqual({ rows: [], none: true });
  expect(stillToConfirm(nothing, { rows: [], none: true })).toEqual({ rows: [], none: false });
  const yearly = [{ source: 'wages', amountCents: cents(400_000), period: 'yearly' }] as const;
  expect(stillToConfirm(yearly, unsaid)).toEqual({ rows: [0], none: false });
  expect(stillToConfirm(yearly, { rows: [0], none: false })).toEqual({ rows: [], none: false });
});
