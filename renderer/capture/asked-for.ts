import { CalendarDate } from '#shared/calendar/dates.ts';

/** Light or dark: as the desk's page asked in the address, else as the system prefers. */
export function schemeOf(search: string, systemIsDark: boolean): 'light' | 'dark' {
  const asked = new URLSearchParams(search).get('scheme');
  if (asked === 'light' || asked === 'dark') return asked;
  return systemIsDark ? 'dark' : 'light';
}

/** What is typed here, as the main process asked in the address. */
export function methodOf(search: string): 'card' | 'ach' {
  return new URLSearchParams(search).get('method') === 'ach' ? 'ach' : 'card';
}

/** The desk's date, by which a card has expired or not. */
export function todayOf(search: string): CalendarDate {
  return CalendarDate.parse(new URLSearchParams(search).get('today'));
}
