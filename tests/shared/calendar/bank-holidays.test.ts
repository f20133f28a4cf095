import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { businessDaysAfter, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { bankHolidays } from '#shared/calendar/bank-holidays.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import published from './published-holidays.json' with { type: 'json' };

const day = (text: string) => text as CalendarDate;
const weekday = (date: string) => Temporal.PlainDate.from(date).dayOfWeek;
const anyYear = fc.integer({ min: 1990, max: 2400 });

describe('the holidays reckoned by rule are those the Federal Reserve publishes', () => {
  test.each(Object.entries(published.closed))('in %s', (year, closed) => {
    expect(bankHolidays(Number(year))).toEqual(closed);
  });

  test.each(published.openDespiteHoliday)('%s stays open', date => {
    expect(isBusinessDay(day(date))).toBe(true);
  });

  test.each([
    ['2028-01-01 is a Saturday: the last day of 2027 is open', '2027-12-31', true],
    ['Juneteenth 2022 is a Sunday, the first that closes the banks', '2022-06-20', false],
    ['Juneteenth was none before its law', '2020-06-19', true],
    ['New Year 2023 is a Sunday', '2023-01-02', false],
    ['Veterans Day 2028 is a Saturday', '2028-11-10', true],
    ['Veterans Day 2029 is a Sunday', '2029-11-12', false],
    ['Christmas 2033 is a Sunday', '2033-12-26', false],
    ['Memorial Day 2032 is the 31st', '2032-05-31', false],
    ['Thanksgiving 2029 is the fourth Thursday and not the fifth', '2029-11-22', false],
    ['the fifth Thursday of November 2029', '2029-11-29', true],
    ['a leap day is a day like others', '2028-02-29', true],
    ['New Year of a year far from any table', '2099-01-01', false],
  ])('%s: %s', (_, date, open) => {
    expect(isBusinessDay(day(date))).toBe(open);
  });
});

describe('in any year', () => {
  it('the banks close ten or eleven weekdays at most, in order, each in its own year and once', () => {
    fc.assert(
      fc.property(anyYear, year => {
        const closed = bankHolidays(year);
        expect(closed).toEqual([...new Set(closed)].sort());
        expect(closed.every(date => date.startsWith(String(year)) && weekday(date) <= 5)).toBe(
          true,
        );
        const onSaturday = [`${year}-01-01`, `${year}-06-19`, `${year}-07-04`, `${year}-11-11`]
          .concat(`${year}-12-25`)
          .filter(date => (year >= 2022 || !date.endsWith('06-19')) && weekday(date) === 6);
        expect(closed).toHaveLength((year >= 2022 ? 11 : 10) - onSaturday.length);
      }),
    );
  });

  it('a Saturday holiday leaves its Friday open, a Sunday one closes its Monday', () => {
    const fixed = fc.constantFrom('01-01', '07-04', '11-11', '12-25');
    fc.assert(
      fc.property(anyYear, fixed, (year, monthDay) => {
        const holiday = Temporal.PlainDate.from(`${year}-${monthDay}`);
        const open = (days: number) => isBusinessDay(day(holiday.add({ days }).toString()));
        expect(open(0)).toBe(false);
        if (holiday.dayOfWeek === 6) expect(open(-1)).toBe(true);
        if (holiday.dayOfWeek === 7) expect(open(1)).toBe(false);
      }),
    );
  });

  it('no bank is closed longer than four days together', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 0, max: 364 }), (year, ahead) => {
        const from = Temporal.PlainDate.from(`${year}-01-01`).add({ days: ahead });
        const next = businessDaysAfter(day(from.toString()), 1);
        expect(from.until(next).days).toBeLessThanOrEqual(4);
      }),
    );
  });
});
