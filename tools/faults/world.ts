import { join } from 'node:path';
import type pg from 'pg';
import { openPool } from '#backend/database/connect.ts';
import { type RunningProcessor, startSandboxProcessor } from '#backend/sandbox/processor/start.ts';
import { newSecrets } from '#backend/secrets.ts';
import type { BackendGiven } from './backend-child.ts';
import { startChild } from './child.ts';
import { type DeskSeat, openDeskSeat } from './desk-seat.ts';
import { type FaultLine, type LineOptions, openFaultLine } from './fault-line.ts';
import { openSeat, type Seat } from './seat.ts';

export interface WorldOptions {
  /** Of a database that is migrated and seeded, with the sandbox's accounts. */
  readonly databaseUrl: string;
  /** Where the desks keep their files, and every process its log. */
  readonly folder: string;
  readonly desks: number;
  readonly backends: number;
  /** How each line behaves; its name says what it is between. */
  readonly line: (name: string) => LineOptions;
}

/** Desks, backends and a card processor, with a line between each pair, on one database. */
export interface World {
  readonly pool: pg.Pool;
  /** Opens what is kept sealed in the database. */
  readonly vaultKey: string;
  readonly processor: RunningProcessor;
  readonly desks: readonly DeskSeat[];
  readonly backends: readonly Seat<string>[];
  /** From each desk to a backend. */
  readonly deskLines: readonly FaultLine[];
  /** From each backend to the processor, and the one for the processor's notices. */
  readonly processorLines: readonly FaultLine[];
  close(): Promise<void>;
}

/** Shorter than the times of a real desk and backend, and in the same order. */
const times = {
  desk: { askMs: 900, paymentMs: 2_500 },
  backend: { processorTimeoutMs: 600, leaseMs: 1_500, resolveEveryMs: 100 },
};

const userIds = ['r.ames', 'c.okafor'];
const backendFile = new URL('./backend-child.ts', import.meta.url);

/** A backend that comes back under the address it had. */
async function openBackendSeat(
  given: Omit<BackendGiven, 'clockAheadMs'>,
  logFile: string,
): Promise<Seat<string>> {
  let port: number | undefined;
  return openSeat<string>(async clockAheadMs => {
    const child = await startChild<string>(backendFile, { ...given, port, clockAheadMs }, logFile);
    port = Number(new URL(child.ready).port);
    return child;
  });
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => at);

export async function openWorld(options: WorldOptions): Promise<World> {
  const { databaseUrl, folder, line } = options;
  await using opened = new AsyncDisposableStack();
  const pool = openPool(databaseUrl, 3);
  opened.defer(() => pool.end());
  const secrets = newSecrets();
  const processor = await startSandboxProcessor({ databaseUrl, ...secrets });
  opened.defer(() => processor.stop());
  const lineTo = async (url: string, name: string) => {
    const opening = await openFaultLine(url, line(name));
    opened.defer(() => opening.close());
    return opening;
  };

  const processorLines = await Promise.all(
    numbered(options.backends).map(at => lineTo(processor.url, `backend ${at} to processor`)),
  );
  const backends = await Promise.all(
    processorLines.map(async ({ url }, at) => {
      const { noticeSecret, vaultKey } = secrets;
      const given = { databaseUrl, processorUrl: url, noticeSecret, vaultKey };
      const logFile = join(folder, `backend-${at}.log`);
      const seat = await openBackendSeat({ ...given, ...times.backend }, logFile);
      opened.defer(() => seat.close());
      return seat;
    }),
  );
  const urls = await Promise.all(backends.map(async seat => (await seat.running()).ready));
  const notices = await lineTo(urls[0] ?? '', 'processor to backend');
  processor.sendNoticesTo(`${notices.url}/v1/processor-notices`);

  const deskLines = await Promise.all(
    numbered(options.desks).map(at => lineTo(urls[at % urls.length] ?? '', `desk ${at}`)),
  );
  const desks = await Promise.all(
    deskLines.map(async ({ url }, at) => {
      const userId = userIds[at % userIds.length] ?? '';
      const given = { name: `desk-${at}`, userId, folder, backendUrl: url };
      const seat = await openDeskSeat({ ...given, timeouts: times.desk });
      opened.defer(() => seat.close());
      return seat;
    }),
  );
  const open = opened.move();
  return {
    pool,
    vaultKey: secrets.vaultKey,
    processor,
    desks,
    backends,
    deskLines,
    processorLines: [...processorLines, notices],
    close: () => open.disposeAsync(),
  };
}
