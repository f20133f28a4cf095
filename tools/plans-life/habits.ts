import type { Stream } from '#backend/seed/draws/stream.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { dateOf, monthsOn } from './days.ts';
import { dayBetween, type LifeCalendar } from './life-calendar.ts';

/** How somebody keeps a plan. */
export type Habit =
  | 'as_agreed'
  | 'early'
  | 'extra'
  | 'less'
  | 'late'
  | 'misses'
  | 'returned'
  | 'pays_off'
  | 'pauses'
  | 'stops';

/** One payment that is to be made on a day: so many cents, or all that is owed; or payments that rest. */
export interface Deed {
  readonly on: CalendarDate;
  readonly cents: number | 'all';
  /** Instead of a payment: for so many months from that day. */
  readonly restMonths?: number;
  /** By a bank account that the bank sends the debit back from. */
  readonly comesBack?: boolean;
}

const habits = [
  [28, 'as_agreed'],
  [9, 'early'],
  [9, 'extra'],
  [8, 'less'],
  [8, 'late'],
  [9, 'misses'],
  [9, 'returned'],
  [9, 'pays_off'],
  [6, 'pauses'],
  [5, 'stops'],
] as const satisfies readonly (readonly [number, Habit])[];

export const drawHabit = (stream: Stream): Habit => stream.pickWeighted(habits);

/** The due date that one is moved to by a pause. */
function later(
  dueOn: CalendarDate,
  months: number,
  payments: PlanDisclosure['payments'],
): CalendarDate {
  const dueDay = Number(payments[0]?.dueOn.slice(8));
  return CalendarDate.parse(dateOf(monthsOn(dueOn, months, dueDay)));
}

/** Long enough for a debit to have come back. */
export const UNTIL_RETURNED_DAYS = 8;

/** What is paid of a plan, and when, by somebody of this habit; in the order of the days. */
export function deedsOf(
  habit: Habit,
  { payments, agreedOn }: PlanDisclosure,
  calendar: LifeCalendar,
  stream: Stream,
): Deed[] {
  const turn = stream.int(0, payments.length - 1);
  const asAgreed = payments.map(
    ({ dueOn, amountCents }): Deed => ({ on: dueOn, cents: amountCents }),
  );
  const at = asAgreed[turn] as Deed;
  const cents = Number(at.cents);
  const next = asAgreed[turn + 1];
  const [before, after] = [asAgreed.slice(0, turn), asAgreed.slice(turn + 1)];
  const made = (...deeds: Deed[]) => [...before, ...deeds, ...after];
  switch (habit) {
    case 'as_agreed':
      return asAgreed;
    case 'early':
      return asAgreed.map(deed => {
        const on = dayBetween(calendar, deed.on, -1);
        return on > agreedOn ? { ...deed, on } : deed;
      });
    case 'extra':
      return made(at, { ...at, on: dayBetween(calendar, at.on, 1) });
    case 'less':
      return made(
        { ...at, cents: Math.ceil(cents / 2) },
        { ...at, on: next?.on ?? at.on, cents: Math.floor(cents / 2) },
      );
    case 'late':
      return asAgreed.map(deed => ({ ...deed, on: dayBetween(calendar, deed.on, 1) }));
    case 'misses':
      return made({ ...at, on: next?.on ?? dayBetween(calendar, at.on, 1, UNTIL_RETURNED_DAYS) });
    case 'returned':
      return made(
        { ...at, comesBack: true },
        { ...at, on: dayBetween(calendar, at.on, 1, UNTIL_RETURNED_DAYS) },
      );
    case 'pays_off':
      return [
        ...before,
        { on: stream.chance(500) ? at.on : dayBetween(calendar, at.on, 1), cents: 'all' },
      ];
    case 'pauses': {
      const on = dayBetween(calendar, at.on, -1);
      if (on <= agreedOn || on < (before.at(-1)?.on ?? agreedOn)) return asAgreed;
      const restMonths = stream.int(1, 3);
      const moved = [at, ...after].map(deed => ({
        ...deed,
        on: later(deed.on, restMonths, payments),
      }));
      return [...before, { on, cents: 0, restMonths }, ...moved];
    }
    case 'stops':
      return before;
  }
}

/** On these days after a plan should have ended, whoever wants to be rid of it pays what is owed still. */
export function lastDeeds(habit: Habit, deeds: readonly Deed[], calendar: LifeCalendar): Deed[] {
  const last = deeds.at(-1);
  if (habit === 'stops' || !last) return [];
  const days: CalendarDate[] = [];
  for (let count = 0; count < 3; count += 1) {
    days.push(dayBetween(calendar, days.at(-1) ?? last.on, 1, UNTIL_RETURNED_DAYS));
  }
  return days.map(on => ({ on, cents: 'all' }));
}
