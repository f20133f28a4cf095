import type { CalendarDate } from './dates.ts';

/** Whether anything of these books can be of a day: any other year is a slip of the keyboard. */
export const isInWorkingYears = (date: CalendarDate): boolean => date >= '1990' && date < '2100';
