import type { ScheduledDay } from '#shared/authorisations/schedule.ts';

export interface Occurrence extends ScheduledDay {
  readonly occurrence: string;
}

/**
 * The names of scheduled days: changed terms begin to count anew, so their version is part of the name and
 * nothing that was taken before is taken for something of theirs.
 */
export function occurrencesOf(version: number, days: readonly ScheduledDay[]): Occurrence[] {
  return days.map(day => ({ ...day, occurrence: `${version}-${day.number}` }));
}
