import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { inMonth } from '#shared/calendar/months.ts';

/** The bank days that are asked for most: in a week or two, on the first and the fifteenth. */
export function usualBankDays(today: CalendarDate): CalendarDate[] {
  const days = [
    addDays(today, 7),
    addDays(today, 14),
    inMonth(today, 1, 1),
    inMonth(today, today.slice(8) < '15' ? 0 : 1, 15),
  ];
  return [...new Set(days.map(onOrAfterBankDay))].sort();
}
