import type { Instant } from './dates.ts';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const styles = {
  short: { month: 'short', day: 'numeric', year: 'numeric', ...clock },
  named: { month: 'short', day: 'numeric', year: 'numeric', ...clock, timeZoneName: 'short' },
  clock: { ...clock, timeZoneName: 'short' },
  moment: { month: 'long', day: 'numeric', ...clock, timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Kept: a formatter costs more than a hundred times that it formats.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${timeZone} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...styles[style], timeZone });
  formats.set(key, made);
  return made;
}

/** An instant on the clock of a zone: `Nov 21, 2026, 14:02`. */
export const zoneTime = (at: Instant, timeZone: string): string =>
  formatOf(timeZone, 'short').format(Date.parse(at));

/** The time of day on the clock of a zone, which is named: `14:02 PST`. */
export const zoneClock = (at: Instant, timeZone: string): string =>
  formatOf(timeZone, 'clock').format(Date.parse(at));

/** Day and time on the clock of a zone, which is named: `November 21 at 14:02 PST`. */
export const zoneMoment = (at: Instant, timeZone: string): string =>
  formatOf(timeZone, 'moment').format(Date.parse(at));

/** An instant on the clock of a zone, with its name, for paper that leaves it: `Nov 21, 2026, 14:02 PST`. */
export const namedZoneTime = (at: Instant, timeZone: string): string =>
  formatOf(timeZone, 'named')
    .format(Date.parse(at))
    .replace(/\u202f/g, ' ');
