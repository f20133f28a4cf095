import type { Instant } from './dates.ts';

const locales = { en: 'en-US', es: 'es-US' } as const;

/** The time of day in a zone, with the zone's name: `2:04 PM PST`. */
export function sayTime(language: 'en' | 'es', timeZone: string, at: Instant): string {
  return new Intl.DateTimeFormat(locales[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
    .format(Date.parse(at))
    .replace(/\u202f/g, ' ');
}
