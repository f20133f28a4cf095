import type { CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth, isMonthEnd } from '../calendar/months.ts';

/** Whether two neighbours can be of one monthly series: same day, or one cut short by its month's end. */
function follow(left: CalendarDate, right: CalendarDate): boolean {
  const [leftDay, rightDay] = [dayOfMonth(left), dayOfMonth(right)];
  if (leftDay === rightDay) return true;
  return isMonthEnd(leftDay < rightDay ? left : right);
}

function runsOf(dates: readonly CalendarDate[]): CalendarDate[][] {
  const runs: CalendarDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && follow(before, date)) run.push(date);
    else runs.push([date]);
  }
  return runs;
}

/**
 * For each date, in order of time, the day of the month it stands for: the 28th of February in a series
 * of last days is a 31st, in a series of 30ths a 30th (appendix J (b)(3)(iv)).
 */
export function seriesDays(dates: readonly CalendarDate[]): ReadonlyMap<CalendarDate, number> {
  const days = new Map<CalendarDate, number>();
  for (const run of runsOf(dates)) {
    const latest = Math.max(...run.map(dayOfMonth));
    const isSeries = run.every(date => inMonth(date, 0, latest) === date);
    for (const date of run) days.set(date, isSeries ? latest : dayOfMonth(date));
  }
  return days;
}
