import type { CalendarDate } from '#shared/calendar/dates.ts';
import { seedCalendar } from './calendar.ts';
import { drawFamily } from './family/draw-family.ts';
import type { Family } from './family/family.ts';
import { identifiersOf } from './identifiers.ts';
import { personaFamilies } from './personas/families.ts';
import { writePersonaFamily } from './personas/persona-family.ts';

export interface SeedWanted {
  /** Exactly so many; the last family is cut to fit. */
  readonly patients: number;
  readonly seed: string;
  /** Ages and due dates are counted from it. */
  readonly asOf: CalendarDate;
}

/** All families of a seed, one at a time: the hand-written ones, then as many as are needed. */
export function* families({ patients, seed, asOf }: SeedWanted): Generator<Family> {
  const calendar = seedCalendar(asOf);
  const ground = { seed, calendar, identifiers: identifiersOf(seed) };
  let room = patients;
  for (let index = 0; room > 0; index += 1) {
    const written = personaFamilies[index];
    const family =
      written && written.members.length <= room
        ? writePersonaFamily(written, calendar, index)
        : drawFamily(ground, index, room);
    room -= family.patients.length;
    yield family;
  }
}
