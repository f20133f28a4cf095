import type { CalendarDate } from './dates.ts';

const locales = { en: 'en-US', es: 'es-US' } as const;

/**
 * A date as people say it: `October 5`, `5 de octubre`; with the year when it is not the year of `today`,
 * and always when no `today` is given.
 */
export function sayDate(language: 'en' | 'es', date: CalendarDate, today?: CalendarDate): string {
  const sameYear = date.slice(0, 4) === today?.slice(0, 4);
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    day: 'numeric',
    ...(!sameYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(date));
}
