import { setTimeout as wait } from 'node:timers/promises';
import type { Stream } from '#backend/seed/draws/stream.ts';
import { everyMishap, type Mishap, mishapsIn } from './mishaps.ts';
import type { World } from './world.ts';

/** How often each goes wrong, in thousandths of the payments. */
const perMille: Readonly<Record<Mishap, number>> = {
  desk_killed: 14,
  backend_killed: 12,
  clock_jump_desk: 20,
  clock_jump_backend: 20,
  disk_full: 20,
  database_locked: 40,
  line_cut: 12,
  fail_over: 30,
  processor_notice: 15,
};

/** By which payment each has gone wrong once, drawn or not: a short storm is to have them all. */
const lastFirst = (kind: Mishap) => 10 + 4 * everyMishap.indexOf(kind);

export interface Havoc {
  /** Told before a payment is submitted: perhaps something goes wrong around it. */
  around(desk: number): void;
  /** Nothing more goes wrong; comes back when everything is up and every clock right. */
  over(): Promise<void>;
  /** How often each really happened. */
  readonly counts: Readonly<Record<Mishap, number>>;
}

/** What goes wrong with the machines rather than on a line. */
export function createHavoc(world: World, stream: Stream, intensity: number): Havoc {
  const counts = Object.fromEntries(everyMishap.map(kind => [kind, 0])) as Record<Mishap, number>;
  const mishaps = mishapsIn(world, stream);
  const going = new Set<Promise<void>>();
  const troubles: unknown[] = [];
  let submitted = 0;

  async function happen(kind: Mishap, desk: number): Promise<void> {
    await wait(stream.int(0, 400));
    if (await mishaps[kind](desk)) counts[kind] += 1;
  }

  return {
    counts,
    around(desk) {
      submitted += 1;
      for (const kind of everyMishap) {
        const isDrawn = stream.chance(Math.min(900, perMille[kind] * intensity));
        const isLate = counts[kind] === 0 && submitted === lastFirst(kind);
        if (!isDrawn && !isLate) continue;
        const happening: Promise<void> = happen(kind, desk)
          .catch(trouble => void troubles.push(trouble))
          .finally(() => going.delete(happening));
        going.add(happening);
      }
    },
    async over() {
      await Promise.all(going);
      if (troubles.length > 0) throw troubles[0];
      await Promise.all([...world.desks, ...world.backends].map(seat => seat.setClock(0)));
    },
  };
}
