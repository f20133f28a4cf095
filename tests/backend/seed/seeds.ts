import { families } from '#backend/seed/families.ts';
import type { Family } from '#backend/seed/family/family.ts';
import { openBatch, openTally } from '#backend/seed/write/batch.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';

/** The date all seeds of these tests are as of. */
export const asOf = '2026-11-21' as CalendarDate;

export function seedOf(patients: number, seed = '1', date = asOf): Family[] {
  return [...families({ patients, seed, asOf: date })];
}

/** The digest that the rows would have in a database. */
export function digestOf(seeded: readonly Family[]): string {
  const tally = openTally();
  const batch = openBatch(tally);
  for (const family of seeded) batch.add(family);
  return tally.digest();
}
