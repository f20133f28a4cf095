import { addDays, type CalendarDate, daysBetween } from '../calendar/dates.ts';

/** Days on which a clock stands still, both ends among them; open while `until` is null. */
export interface HoldPeriod {
  readonly kind: 'application' | 'dispute' | 'promise' | 'plan';
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** Holds one after the other, those that overlap or touch as one. */
function merged(
  holds: readonly HoldPeriod[],
): { from: CalendarDate; until: CalendarDate | null }[] {
  const all: { from: CalendarDate; until: CalendarDate | null }[] = [];
  for (const { from, until } of [...holds].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = all.at(-1);
    if (!last || (last.until !== null && addDays(last.until, 1) < from)) all.push({ from, until });
    else if (last.until !== null && (until === null || until > last.until)) last.until = until;
  }
  return all;
}

/**
 * The first day on which a clock that started on `start` has run more than `days` days, days of a hold not
 * counted: day 31 of 30. Null while a hold without an end keeps it from that day.
 */
export function firstDayBeyond(
  start: CalendarDate,
  days: number,
  holds: readonly HoldPeriod[],
): CalendarDate | null {
  let due = addDays(start, days + 1);
  for (const { from, until } of merged(holds)) {
    if (until !== null && until <= start) continue;
    if (from > due) break;
    if (until === null) return null;
    const begins = from > start ? from : addDays(start, 1);
    due = addDays(due, daysBetween(begins, until) + 1);
  }
  return due;
}
