import { expect, it } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { clockTime, shortDate } from '../../../renderer/call/balance/short-date.ts';

it('says the year of a date only when it is another one', () => {
  const today = '2026-11-21' as CalendarDate;
  expect(shortDate('2026-09-03' as CalendarDate, today)).toBe('Sep 3');
  expect(shortDate('2025-12-31' as CalendarDate, today)).toBe('Dec 31, 2025');
});

it('says the day of a time only when it was another one', () => {
  const at = (day: number, hour: number) => instantOf(new Date(2026, 10, day, hour, 2).getTime());
  expect(clockTime(at(21, 14), at(21, 15))).toBe('14:02');
  expect(clockTime(at(20, 0), at(21, 15))).toBe('Nov 20, 00:02');
});
