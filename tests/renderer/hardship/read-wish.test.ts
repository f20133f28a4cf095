import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { readMeans } from '../../../renderer/hardship/plan/read-means.ts';
import { readWish } from '../../../renderer/hardship/plan/read-wish.ts';
import type { BuilderForm } from '../../../renderer/hardship/plan/use-builder.ts';

const today = '2026-12-01' as CalendarDate;
const form: BuilderForm = {
  income: null,
  expenses: null,
  pace: 'afford',
  payment: '',
  months: '24',
  day: '2026-12-28',
  passed: false,
  offerId: null,
  heard: null,
  recording: '',
  agreesAbove: false,
  language: null,
};
const affordable = (amountCents: number) =>
  ({ amountCents: cents(amountCents), by: 'law', rule: '' }) as const;
const fault = (changes: Partial<BuilderForm>, can = affordable(18_000)) => {
  const read = readWish({ ...form, ...changes }, can, today);
  return read.ok ? read.wish.pace : read.fault;
};

describe('the plan that is asked for', () => {
  test.each<[string, Partial<BuilderForm>, unknown]>([
    ['what they can pay', {}, { by: 'payment', payCents: 18_000 }],
    ['an amount', { pace: 'payment', payment: '$1,250.5' }, { by: 'payment', payCents: 125_050 }],
    ['two months', { pace: 'months', months: '2' }, { by: 'months', months: 2 }],
    ['120 months', { pace: 'months', months: ' 120 ' }, { by: 'months', months: 120 }],
    ['one month', { pace: 'months', months: '1' }, 'term'],
    ['121 months', { pace: 'months', months: '121' }, 'term'],
    ['half a month', { pace: 'months', months: '2.5' }, 'term'],
    ['no amount', { pace: 'payment', payment: '' }, 'amount'],
    ['nothing a month', { pace: 'payment', payment: '0' }, 'amount'],
    ['no day', { day: '' }, 'day'],
    ['yesterday', { day: '2026-11-30' }, 'first_in_past'],
    ['Christmas Day', { day: '2026-12-25' }, 'first_on_closed_day'],
    ['next summer', { day: '2027-07-01' }, 'first_too_late'],
  ])('of %s', (_what, changes, expected) => {
    expect(fault(changes)).toEqual(expected);
  });

  test('of a household that can pay nothing is none', () => {
    expect(fault({}, affordable(0))).toBe('nothing_left');
    expect(readWish(form, undefined, today)).toEqual({ ok: false, fault: 'household' });
  });
});

describe('what the household has', () => {
  const screened = { on: today, incomeCents: cents(400_000), expensesCents: null };

  test('is what the screening says, and what it did not ask is typed', () => {
    expect(readMeans(form, { screened })).toMatchObject({
      income: { typed: '4000.00' },
      expenses: { fault: 'amountMissing' },
      means: undefined,
    });
    expect(readMeans({ income: null, expenses: '0' }, { screened })).toMatchObject({
      means: { incomeCents: 400_000, expensesCents: 0 },
      isScreened: false,
    });
  });

  test.each(['-5', 'much', '1,00', '5.123'])('is not %s', typed => {
    expect(readMeans({ income: typed, expenses: '0' }, { screened: null }).income.fault).toBe(
      'amountWrong',
    );
  });
});
