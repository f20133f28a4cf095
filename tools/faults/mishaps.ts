import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, OrderedFault } from '#backend/sandbox/processor/faults.ts';
import type { Stream } from '#backend/seed/draws/stream.ts';
import { fillDisk, lockJournal } from './journal-mishaps.ts';
import type { Seat } from './seat.ts';
import type { World } from './world.ts';

/** What can go wrong with the machines, in the order in which it is drawn. */
export const everyMishap = [
  'desk_killed',
  'backend_killed',
  'clock_jump_desk',
  'clock_jump_backend',
  'disk_full',
  'database_locked',
  'line_cut',
  'fail_over',
  'processor_notice',
] as const;
export type Mishap = (typeof everyMishap)[number];

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

/** Where a clock may find itself after a jump: mostly right, or a little off, or far. */
const jumps = [0, 0, -3 * SECOND_MS, 90 * SECOND_MS, HOUR_MS / 3, -HOUR_MS / 3, 26 * HOUR_MS];

/** Lets the processor tell what it decides of the next charge unasked as well. */
async function noticeOfNext(processorUrl: string): Promise<boolean> {
  const url = `${processorUrl}/faults`;
  const order: Partial<Fault> = { kind: 'answer_twice', on: 'charge' };
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(order) });
  const mine = ((await reply.json()) as OrderedFault[]).length - 1;
  for (const until = Date.now() + 5_000; Date.now() < until; await wait(100)) {
    const ordered = (await (await fetch(url)).json()) as OrderedFault[];
    if ((ordered[mine]?.happened ?? 0) > 0) return true;
  }
  return false;
}

/** What each does around the desk of this number; gives whether it really happened. */
export function mishapsIn(
  world: World,
  stream: Stream,
): Readonly<Record<Mishap, (desk: number) => Promise<boolean>>> {
  const clocks = new Map<unknown, number>();

  async function kill(seat: Seat<unknown> | undefined, mostDeadMs: number): Promise<boolean> {
    await seat?.killAndRevive(stream.int(0, mostDeadMs));
    return seat !== undefined;
  }
  async function jump(seat: Seat<unknown> | undefined): Promise<boolean> {
    const to = stream.pick(jumps);
    const moved = to !== (clocks.get(seat) ?? 0);
    clocks.set(seat, to);
    await seat?.setClock(to);
    return moved;
  }
  return {
    desk_killed: at => kill(world.desks[at], 300),
    backend_killed: () => kill(stream.pick(world.backends), 600),
    clock_jump_desk: at => jump(world.desks[at]),
    clock_jump_backend: () => jump(stream.pick(world.backends)),
    disk_full: async at => (world.desks[at] ? fillDisk(world.desks[at]) : false),
    database_locked: async at => (world.desks[at] ? lockJournal(world.desks[at]) : false),
    async line_cut(at) {
      const line = world.deskLines[at];
      if (!line) return false;
      const before = line.refused();
      line.cut();
      await wait(stream.int(200, 2_500));
      line.mend();
      return line.refused() > before;
    },
    async fail_over(at) {
      const line = world.deskLines[at];
      const { ready } = await stream.pick(world.backends).running();
      if (!line || line.target() === ready) return false;
      line.retarget(ready);
      return true;
    },
    processor_notice: () => noticeOfNext(world.processor.url),
  };
}
