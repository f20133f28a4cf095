import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { answerCall } from '#electron/calls/answer-call.ts';
import { runDesk } from '#electron/desk/run.ts';
import { openDeskCore } from '../faults/desk-core.ts';
import { type LookUps, lookUpWhile } from './look-ups.ts';

export interface PullReport {
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** With a small part pulled and nothing going on. */
  readonly before: LookUps;
  readonly during: LookUps;
  /** With all of it pulled and nothing going on. */
  readonly after: LookUps;
}

const forMs = (ms: number) => {
  const end = performance.now() + ms;
  return () => performance.now() < end;
};

/** Looks up patients at a real desk while it is idle, while it pulls everything, and after. */
export async function pullBeside(
  backendUrl: string,
  folder: string,
  idleMs: number,
): Promise<PullReport> {
  const key = randomBytes(32).toString('hex');
  const { desk, door } = openDeskCore({
    backendUrl,
    folder: join(folder),
    key,
    save: async () => null,
    onFailure: console.error,
  });
  const stop = runDesk(desk);
  const ask = (name: string, input: unknown) => answerCall(door, 'desk', name, input);
  const standing = () => desk.sync.read(mirrorStanding);
  await ask('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  while ((standing()?.rowCount ?? 0) < 20_000) await wait(5);
  desk.sync.order('pause');
  while (desk.sync.state().phase !== 'paused') await wait(50);
  const first = standing()?.rowCount ?? 0;
  const mrns = desk.sync.read(
    cache => cache.prepare('SELECT mrn FROM patient').pluck().all() as string[],
  );
  if (!mrns) throw new Error('Nothing was pulled.');
  await lookUpWhile(door, mrns, forMs(1_000));
  const before = await lookUpWhile(door, mrns, forMs(idleMs));
  const start = performance.now();
  desk.sync.order('resume');
  const isOver = () => (standing()?.isIndexed ?? false) && desk.sync.state().phase === 'current';
  const during = await lookUpWhile(door, mrns, () => !isOver());
  const seconds = (performance.now() - start) / 1_000;
  const rows = standing()?.rowCount ?? 0;
  await wait(500);
  const after = await lookUpWhile(door, mrns, forMs(idleMs));
  await stop();
  return { rows, seconds, rowsPerSecond: (rows - first) / seconds, before, during, after };
}
