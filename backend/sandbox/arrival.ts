import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateIn, daysBetween, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';

/** Why a sandbox is not moved; the message is one sentence with what to do. */
export class NotMoved extends Error {}

/** The last region in which a day begins: ten in the morning there is before the cut-off everywhere. */
const LAST_ZONE = regions.HI.timeZone;
const ARRIVES_AT_HOUR = 10;

const DAYS_AT_ONCE = 400;

/** When a sandbox comes to a date; where it is that day already, it stays at the moment it is at. */
export function arrivalMs(date: CalendarDate, nowMs: number): number {
  const today = dateIn(LAST_ZONE, instantOf(nowMs));
  if (date < today) {
    throw new NotMoved(
      `The sandbox is at ${today} and never goes back; ask for that date or a later one, or begin again with npm run seed -- --replace.`,
    );
  }
  if (daysBetween(today, date) > DAYS_AT_ONCE) {
    throw new NotMoved(
      `From ${today} to ${date} are more than ${DAYS_AT_ONCE} days; go there in smaller steps.`,
    );
  }
  const morning = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: LAST_ZONE,
    plainTime: { hour: ARRIVES_AT_HOUR },
  });
  return Math.max(morning.epochMilliseconds, nowMs);
}
