import { expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { retryDay } from '#shared/returns/retry-day.ts';

test.each([
  ['the 1st is the next payday', '2026-11-25', '2026-12-02'],
  ['the 15th is the next payday', '2026-12-08', '2026-12-16'],
  ['a return on a payday waits for the one after', '2026-12-01', '2026-12-16'],
  ['the year ends, and New Year is a holiday on a Friday', '2026-12-16', '2027-01-04'],
  ['the 15th is a Sunday', '2026-11-09', '2026-11-16'],
  ['of a leap year, after February', '2028-02-29', '2028-03-02'],
])('a debit is tried again on the first business day after the next payday: %s', (_, on, again) => {
  expect(retryDay(on as CalendarDate)).toBe(again);
});
