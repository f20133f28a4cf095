import { type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { inMonth } from '../calendar/months.ts';
import { thirtiethsUntil } from './interest.ts';
import type { Plan } from './plan.ts';
import { dueDayOf } from './terms.ts';

/** The time between two due dates of a plan, in which a month's interest is earned. */
export interface PlanPeriod {
  readonly from: CalendarDate;
  readonly dueOn: CalendarDate;
  /** 30, whatever the month; another number in the first period only. */
  readonly thirtieths: number;
  /** What was earned when it was paused; the rest is earned last, right before `dueOn`. */
  readonly earnedBeforePause?: number;
}

/** The periods of a plan as it was agreed. */
export function periodsOf({ terms, payments }: Plan): PlanPeriod[] {
  return payments.map(({ dueOn }, index) => {
    const from = payments[index - 1]?.dueOn;
    if (from) return { from, dueOn, thirtieths: 30 };
    const thirtieths = thirtiethsUntil(dueOn, terms.agreedOn, dueDayOf(terms));
    return { from: terms.agreedOn, dueOn, thirtieths };
  });
}

/** The thirtieths earned by `date` in a period that has begun and not ended. */
function earnedWithin(period: PlanPeriod, date: CalendarDate, isFirst: boolean, dueDay: number) {
  const { from, dueOn, thirtieths, earnedBeforePause } = period;
  // The first period is counted back from its end, as it was disclosed; a month from its beginning.
  if (earnedBeforePause === undefined && !isFirst) {
    return Math.min(thirtieths, daysBetween(from, date));
  }
  const left = thirtiethsUntil(dueOn, date, dueDay);
  return Math.max(earnedBeforePause ?? 0, thirtieths - left);
}

/**
 * The periods after a pause: payments due later than `on` are due so many months later still, and nothing
 * is earned meanwhile. What was disclosed stays true but for the dates.
 */
export function paused(
  periods: readonly PlanPeriod[],
  pause: { readonly on: CalendarDate; readonly months: number },
  dueDay: number,
): PlanPeriod[] {
  const later = (date: CalendarDate) => inMonth(date, pause.months, dueDay);
  const firstMoved = periods.findIndex(period => period.dueOn > pause.on);
  return periods.map((period, index) => {
    if (firstMoved === -1 || index < firstMoved) return period;
    const moved = { ...period, dueOn: later(period.dueOn) };
    if (index > firstMoved) return { ...moved, from: later(period.from) };
    return { ...moved, earnedBeforePause: earnedWithin(period, pause.on, index === 0, dueDay) };
  });
}

function afterTheLast({ dueOn }: PlanPeriod, date: CalendarDate, dueDay: number): number {
  for (let months = 0; ; months += 1) {
    const [begins, ends] = [inMonth(dueOn, months, dueDay), inMonth(dueOn, months + 1, dueDay)];
    if (date < ends) return 30 * months + Math.min(30, daysBetween(begins, date));
  }
}

/** The time in which interest was earned until `date`, in thirtieths of a month since the agreement. */
export function earnedThirtieths(
  periods: readonly PlanPeriod[],
  date: CalendarDate,
  dueDay: number,
): number {
  const ended = periods.filter(period => period.dueOn <= date);
  const whole = ended.reduce((sum, period) => sum + period.thirtieths, 0);
  const current = periods[ended.length];
  if (current) {
    if (date < current.from) return whole;
    return whole + earnedWithin(current, date, ended.length === 0, dueDay);
  }
  const last = periods.at(-1);
  return last ? whole + afterTheLast(last, date, dueDay) : whole;
}
