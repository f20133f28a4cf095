import { Temporal } from 'temporal-polyfill';
import { latestPromiseOn } from '../promises/policy.ts';
import { latestWireOn } from '../wires/policy.ts';
import { businessDaysAfter, isBusinessDay } from './bank-calendar.ts';
import { addDays, type CalendarDate } from './dates.ts';

function distinct(days: readonly CalendarDate[], latest: CalendarDate): CalendarDate[] {
  return [...new Set(days)].filter(day => day <= latest).sort();
}

/** The days most promises are for: in a week or two, the first and the fifteenth, and the last allowed. */
export function usualPromiseDays(today: CalendarDate): CalendarDate[] {
  const here = Temporal.PlainDate.from(today);
  const first = here.with({ day: 1 }).add({ months: 1 });
  const fifteenth = here.day < 15 ? here.with({ day: 15 }) : first.with({ day: 15 });
  const latest = latestPromiseOn(today);
  const plain = [first, fifteenth].map(day => day.toString() as CalendarDate);
  return distinct([addDays(today, 7), addDays(today, 14), ...plain, latest], latest);
}

/** The days a wire can arrive soonest: today when the banks are open, and the next three they are. */
export function usualWireDays(today: CalendarDate): CalendarDate[] {
  const next = [1, 2, 3].map(count => businessDaysAfter(today, count));
  return distinct([...(isBusinessDay(today) ? [today] : []), ...next], latestWireOn(today));
}
