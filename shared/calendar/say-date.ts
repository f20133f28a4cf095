import { CalendarDate } from './dates.ts';

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

/** A text with each ISO date in it said as people say it, as the backend's reasons hold them: `to settle on 2026-11-20`. */
export function sayDatesIn(language: 'en' | 'es', text: string, today?: CalendarDate): string {
  return text.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, written => {
    const date = CalendarDate.safeParse(written);
    return date.success ? sayDate(language, date.data, today) : written;
  });
}
