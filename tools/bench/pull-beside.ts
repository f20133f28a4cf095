import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { answerCall, type Door } from '#electron/calls/answer-call.ts';
import { runDesk } from '#electron/desk/run.ts';
import { openDeskCore } from '../faults/desk-core.ts';
import { type LookUps, openLookUps } from './look-ups.ts';

export interface PullAsked {
  readonly backendUrl: string;
  readonly folder: string;
  readonly mostRows: number;
}

export interface PullReport {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly idle: LookUps;
  readonly pulling: LookUps;
}

/** What is looked up is among these first rows. */
const FIRST_ROWS = 20_000;
/** Pulling and idleness take turns, so that whatever else the machine does is in both alike. */
const IDLE_MS = 2_000;
const PULLING_MS = 4_000;

/** Looks up patients at a real desk while it pulls so many rows, and in the pauses between. */
export async function pullBeside(
  { backendUrl, folder, mostRows }: PullAsked,
  onFailure: Door['onFailure'],
): Promise<PullReport> {
  const { desk, door } = openDeskCore({
    backendUrl,
    folder,
    key: randomBytes(32).toString('hex'),
    save: async () => null,
    print: async () => false,
    onFailure,
  });
  const stop = runDesk(desk);
  const rows = () => desk.sync.read(mirrorStanding)?.rowCount ?? 0;
  const is = (phase: string) => desk.sync.state().phase === phase;
  const input = { userId: 's.lindqvist', password: 'sandbox-only' };
  await answerCall(door, 'desk', 'session.signIn', input);
  while (rows() < FIRST_ROWS) await wait(5);
  const mrns =
    desk.sync.read(cache => cache.prepare('SELECT mrn FROM patient').pluck().all() as string[]) ??
    [];
  await openLookUps(door, mrns).go(1_000);
  const [idle, pulling] = [openLookUps(door, mrns), openLookUps(door, mrns)];
  let pulled = 0;
  let seconds = 0;
  while (!is('current') && rows() < mostRows) {
    desk.sync.order('pause');
    while (!is('paused')) await wait(20);
    await idle.go(IDLE_MS);
    const [before, start] = [rows(), performance.now()];
    desk.sync.order('resume');
    await pulling.go(PULLING_MS);
    pulled += rows() - before;
    seconds += (performance.now() - start) / 1_000;
  }
  const report = {
    rows: rows(),
    rowsPerSecond: pulled / seconds,
    idle: idle.report(),
    pulling: pulling.report(),
  };
  await stop();
  return report;
}
