import type { Stream } from '#backend/seed/draws/stream.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { PlanPace, PlanWish } from '#shared/plans/wish.ts';
import type { Debtor } from './debtors.ts';
import type { LifeCalendar } from './life-calendar.ts';

function paceOf(stream: Stream, { owesCents }: Debtor): PlanPace {
  const months = stream.int(2, 24);
  const payCents = Math.ceil((owesCents * 1.12) / months) as typeof owesCents;
  // Amount first only where it takes some months, not one payment.
  return stream.chance(300) && payCents * 2 < owesCents
    ? { by: 'payment', payCents }
    : { by: 'months', months };
}

/** The plan somebody asks for: published terms, or those of a hardship plan. */
export function drawWish(
  stream: Stream,
  debtor: Debtor,
  calendar: LifeCalendar,
  agreedOn: CalendarDate,
): PlanWish {
  const firstDueOn = stream.chance(250) ? agreedOn : stream.pick(calendar.firstDays);
  const kind = stream.chance(700) ? 'standard' : 'hardship';
  const pace: PlanPace =
    kind === 'standard' ? { by: 'months', months: stream.pick([6, 12]) } : paceOf(stream, debtor);
  return { kind, pace, firstDueOn };
}
