import type { Stream } from '#backend/seed/draws/stream.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { PlanPace, PlanWish } from '#shared/plans/wish.ts';
import type { Debtor } from './debtors.ts';

/** The days on which plans are agreed to, and those on which a first payment may be due besides. */
export const agreementDays = ['2026-12-01', '2026-12-15'].map(day => CalendarDate.parse(day));
const firstDays = ['2026-12-30', '2026-12-31', '2027-01-04'].map(day => CalendarDate.parse(day));

function paceOf(stream: Stream, { owesCents }: Debtor): PlanPace {
  const months = stream.int(2, 24);
  const payCents = Math.ceil((owesCents * 1.12) / months) as typeof owesCents;
  // Amount first only where it takes some months, not one payment.
  return stream.chance(300) && payCents * 2 < owesCents
    ? { by: 'payment', payCents }
    : { by: 'months', months };
}

/** The plan somebody asks for: published terms, or those of a hardship plan. */
export function drawWish(stream: Stream, debtor: Debtor, agreedOn: CalendarDate): PlanWish {
  const firstDueOn = stream.chance(250) ? agreedOn : stream.pick(firstDays);
  const kind = stream.chance(700) ? 'standard' : 'hardship';
  const pace: PlanPace =
    kind === 'standard' ? { by: 'months', months: stream.pick([6, 12]) } : paceOf(stream, debtor);
  return { kind, pace, firstDueOn };
}
