import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { inMonth, isMonthEnd, monthsAndDays } from '#shared/calendar/months.ts';

const on = (date: string) => date as CalendarDate;

test('the 31st is the last day of a shorter month, in leap years too', () => {
  expect(inMonth(on('2027-01-31'), 1, 31)).toBe('2027-02-28');
  expect(inMonth(on('2028-01-31'), 1, 31)).toBe('2028-02-29');
  expect(inMonth(on('2027-01-31'), -1, 31)).toBe('2026-12-31');
  expect(isMonthEnd(on('2028-02-28'))).toBe(false);
});

test('months are those of the calendar, whatever the year', () => {
  const dates = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2399-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, fc.integer({ min: -600, max: 600 }), (at, months) => {
      const date = on(at.toISOString().slice(0, 10));
      const plain = Temporal.PlainDate.from(date);
      expect(inMonth(date, months, plain.day)).toBe(plain.add({ months }).toString());
      expect(isMonthEnd(date)).toBe(plain.day === plain.daysInMonth);
    }),
  );
});

test('months are counted back from the later date, and the days that remain before them', () => {
  expect(monthsAndDays(on('1978-02-10'), on('1978-04-01'))).toEqual({ months: 1, days: 19 });
  expect(monthsAndDays(on('1978-03-03'), on('1980-02-01'))).toEqual({ months: 22, days: 29 });
  expect(monthsAndDays(on('2027-01-31'), on('2027-02-28'), 31)).toEqual({ months: 1, days: 0 });
  expect(monthsAndDays(on('2027-01-31'), on('2027-02-28'))).toEqual({ months: 0, days: 28 });
});
