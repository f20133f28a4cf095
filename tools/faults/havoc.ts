import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault as ProcessorFault } from '#backend/sandbox/processor/faults.ts';
import type { Stream } from '#backend/seed/draws/stream.ts';
import { connectForWriting } from '#db/open.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { JournalFailures } from './journal-failures.ts';
import { unlessGone } from './seat.ts';
import type { World } from './world.ts';

/** What can go wrong with the machines rather than on a line, in thousandths of the payments. */
const perMille = {
  desk_killed: 14,
  backend_killed: 12,
  clock_jump_desk: 20,
  clock_jump_backend: 20,
  disk_full: 20,
  database_locked: 40,
  line_cut: 12,
  fail_over: 30,
  processor_notice: 15,
} as const;
export type HavocKind = keyof typeof perMille;

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

/** Where a clock may find itself after a jump: mostly right, or a little off, or far. */
const jumps = [0, 0, -3 * SECOND_MS, 90 * SECOND_MS, HOUR_MS / 3, -HOUR_MS / 3, 26 * HOUR_MS];

export interface Havoc {
  /** Told before a payment is submitted: perhaps something goes wrong around it. */
  around(desk: number): void;
  /** Nothing more goes wrong; comes back when everything is up and every clock right. */
  over(): Promise<void>;
  readonly counts: Readonly<Record<HavocKind, number>>;
}

export function createHavoc(world: World, stream: Stream, intensity: number): Havoc {
  const counts = Object.fromEntries(Object.keys(perMille).map(kind => [kind, 0])) as Record<
    HavocKind,
    number
  >;
  const going = new Set<Promise<void>>();
  const failuresOf = async (desk: DeskSeat) =>
    unlessGone((await desk.running()).ask<JournalFailures>('failures'));

  /** Holds the fault until the desk has met it, or for as long as is allowed. */
  async function untilMet(desk: DeskSeat, kind: keyof JournalFailures, mostMs: number) {
    const before = (await failuresOf(desk))?.[kind] ?? 0;
    const isMet = async () => ((await failuresOf(desk))?.[kind] ?? 0) > before;
    for (const until = Date.now() + mostMs; Date.now() < until; await wait(25)) {
      if (!(await isMet())) continue;
      counts[kind] += 1;
      return;
    }
  }

  const commit: Readonly<Record<HavocKind, (at: number) => Promise<void>>> = {
    async desk_killed(at) {
      counts.desk_killed += 1;
      await world.desks[at]?.killAndRevive(stream.int(0, 300));
    },
    async backend_killed() {
      counts.backend_killed += 1;
      await stream.pick(world.backends).killAndRevive(stream.int(0, 600));
    },
    async clock_jump_desk(at) {
      counts.clock_jump_desk += 1;
      await world.desks[at]?.setClock(stream.pick(jumps));
    },
    async clock_jump_backend() {
      counts.clock_jump_backend += 1;
      await stream.pick(world.backends).setClock(stream.pick(jumps));
    },
    async disk_full(at) {
      const desk = world.desks[at];
      if (!desk) return;
      const child = await desk.running();
      await unlessGone(child.ask('fillDisk'));
      await untilMet(desk, 'disk_full', 3_000);
      await unlessGone(child.ask('makeRoom'));
    },
    async database_locked(at) {
      const desk = world.desks[at];
      if (!desk) return;
      const { folder, key } = desk;
      const holder = connectForWriting({ path: join(folder, 'journal.db'), key, migrations: '' });
      try {
        holder.pragma('busy_timeout = 0');
        holder.exec('BEGIN IMMEDIATE');
        await untilMet(desk, 'database_locked', 1_500);
        holder.exec('ROLLBACK');
      } catch {
        // The desk was just writing; it was the holder who found the file locked.
      } finally {
        holder.close();
      }
    },
    async line_cut(at) {
      counts.line_cut += 1;
      const line = world.deskLines[at];
      line?.cut();
      await wait(stream.int(200, 2_500));
      line?.mend();
    },
    async fail_over(at) {
      counts.fail_over += 1;
      const other = await stream.pick(world.backends).running();
      world.deskLines[at]?.retarget(other.ready);
    },
    async processor_notice() {
      counts.processor_notice += 1;
      const order: Partial<ProcessorFault> = { kind: 'answer_twice', on: 'charge' };
      await fetch(`${world.processor.url}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(order),
      });
    },
  };

  return {
    counts,
    around(desk) {
      for (const kind of Object.keys(perMille) as HavocKind[]) {
        if (!stream.chance(Math.min(900, perMille[kind] * intensity))) continue;
        const deed: Promise<void> = wait(stream.int(0, 400))
          .then(() => commit[kind](desk))
          .finally(() => going.delete(deed));
        going.add(deed);
      }
    },
    async over() {
      await Promise.all(going);
      await Promise.all([...world.desks, ...world.backends].map(seat => seat.setClock(0)));
    },
  };
}
