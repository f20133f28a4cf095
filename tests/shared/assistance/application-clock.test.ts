import { describe, expect, test } from 'vitest';
import {
  appealUntil,
  applyUntil,
  awardUntil,
  businessDaysLeft,
  decideBy,
  documentsBy,
  renewalFrom,
} from '#shared/assistance/application-clock.ts';
import { type ApplicationState, applicationMoves } from '#shared/assistance/application-states.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';

const day = (text: string) => text as CalendarDate;
const thirty = { decisionBusinessDays: 30 };

describe('the thirty business days of a decision', () => {
  test.each([
    // Labor Day, Columbus Day, and no Saturday or Sunday, lie between.
    ['2026-09-01', '2026-10-15'],
    // Veterans Day and Thanksgiving.
    ['2026-11-02', '2026-12-16'],
    // Christmas, New Year and Martin Luther King's day.
    ['2026-12-16', '2027-02-01'],
    // Complete on a Saturday, on a Sunday, and on the Monday after: the first business day is the one after each.
    ['2026-11-07', '2026-12-22'],
    ['2026-11-08', '2026-12-22'],
    ['2026-11-09', '2026-12-23'],
  ])('of what was complete on %s end on %s', (complete, by) => {
    expect(decideBy(thirty, day(complete))).toBe(by);
  });

  test('are thirty on the first day, one the day before the last, none on it and late the day after', () => {
    const by = decideBy(thirty, day('2026-11-02'));
    expect(businessDaysLeft(day('2026-11-02'), by)).toBe(30);
    expect(businessDaysLeft(day('2026-12-15'), by)).toBe(1);
    expect(businessDaysLeft(by, by)).toBe(0);
    expect(Object.is(businessDaysLeft(by, by), 0)).toBe(true);
    expect(businessDaysLeft(day('2026-12-17'), by)).toBe(-1);
  });

  test('do not run over a weekend', () => {
    const by = decideBy(thirty, day('2026-11-02'));
    expect(businessDaysLeft(day('2026-11-06'), by)).toBe(businessDaysLeft(day('2026-11-08'), by));
  });
});

test('help may be applied for until day 240 from the first bill', () => {
  expect(applyUntil({ applicationDays: 240 }, day('2026-03-01'))).toBe('2026-10-27');
  expect(applyUntil({ applicationDays: 240 }, day('2026-01-31'))).toBe('2026-09-28');
});

test('documents are waited for thirty days, and a denial may be appealed for thirty', () => {
  expect(documentsBy(day('2026-12-05'))).toBe('2027-01-04');
  expect(appealUntil({ appealDays: 30 }, day('2027-02-01'))).toBe('2027-03-03');
});

test('the renewal of an award is spoken of from thirty days before its last', () => {
  expect(renewalFrom(day('2027-11-21'))).toBe('2027-10-22');
});

test.each([
  ['2026-11-22', '2027-11-21'],
  ['2027-01-01', '2027-12-31'],
  ['2028-02-29', '2029-02-27'],
])('an award of twelve months from %s is valid until %s', (decided, until) => {
  expect(awardUntil({ awardMonths: 12 }, day(decided))).toBe(until);
});

test('what was decided for good, withdrawn or expired goes nowhere', () => {
  const ends = Object.entries(applicationMoves).filter(([, to]) => to.length === 0);
  const expected: ApplicationState[] = ['awarded', 'withdrawn', 'expired'];
  expect(ends.map(([state]) => state)).toEqual(expected);
});
