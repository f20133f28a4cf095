import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { readStatement } from '#backend/arrivals/read-statement.ts';
import { takeStatement } from '#backend/arrivals/take-statement.ts';
import { type StartOptions, startBackend } from '#backend/start.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { serveParent, startedWith } from './child-side.ts';

/** What a backend that runs as a process of its own is started with. */
export type BackendGiven = Omit<StartOptions, 'clock' | 'report'> & {
  readonly clockAheadMs: number;
};

const { clockAheadMs, ...given } = startedWith<BackendGiven>();
let aheadMs = clockAheadMs;
const clock = () => Date.now() + aheadMs;
const { url, db } = await startBackend({ ...given, clock });
const ach = sandboxAch({ db, clock, vaultKey: given.vaultKey });

serveParent(url, {
  clock: (ms: number) => {
    aheadMs = ms;
  },
  originate: () => originateAch(ach),
  arrive(statement: string) {
    const read = readStatement(statement, dateIn('UTC', instantOf(clock())));
    if (!read.ok) throw new Error(`The statement is refused: ${read.faults[0]?.reason}`);
    return takeStatement(db, read.entries, clock());
  },
});
