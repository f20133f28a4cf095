import type { CalendarDate } from '../calendar/dates.ts';

/** Whether a card good through `goodThrough` (`2028-04`, the whole month) is expired on `payOn`. */
export function expiresBefore(goodThrough: string, payOn: CalendarDate): boolean {
  return goodThrough < payOn.slice(0, 7);
}
