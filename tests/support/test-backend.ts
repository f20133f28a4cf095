import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { followClock } from '#backend/sandbox/clock.ts';
import type { Fault, OrderedFault } from '#backend/sandbox/processor/faults.ts';
import { type RunningProcessor, startSandboxProcessor } from '#backend/sandbox/processor/start.ts';
import { newSecrets, type Secrets } from '#backend/secrets.ts';
import { type RunningBackend, type StartOptions, startBackend } from '#backend/start.ts';
import { type SignedIn, signIn } from './backend-client.ts';

export interface TestBackendOptions
  extends Omit<
    StartOptions,
    'databaseUrl' | 'processorUrl' | 'noticeSecret' | 'vaultKey' | 'clock' | 'ahead'
  > {
  /** What the clocks show at the start, such as `2026-11-25T01:05Z`; the real time when left out. */
  readonly at?: string;
  /** Follows the sandbox's own clock, as the server that people start does; no other hand moves it then. */
  readonly movable?: boolean;
}

export interface TestBackend {
  readonly url: string;
  readonly databaseUrl: string;
  readonly processorUrl: string;
  readonly secrets: Secrets;
  /** Where e-mails and letters are laid. */
  readonly outbox: string;
  /** To look into the database with. */
  readonly pool: pg.Pool;
  /** What the backend's and the processor's clock say, in milliseconds. */
  now(): number;
  /** Moves both clocks on. */
  later(ms: number): void;
  /** Puts both clocks to an instant such as `2026-11-25T01:05Z`, from which they go on. */
  moveTo(instant: string): void;
  signIn(userId?: string, workstationId?: string): Promise<SignedIn>;
  /** Tells the processor what to do wrong next. */
  orderFault(fault: Partial<Fault> & Pick<Fault, 'kind'>): Promise<void>;
  /** Lets the processor do everything right again, and forget what it did wrong. */
  forgetFaults(): Promise<void>;
  /** What was ordered, and how often it really happened. */
  faults(): Promise<readonly OrderedFault[]>;
  /** Another server beside this one, on the same database and processor. */
  startAnother(options?: TestBackendOptions): Promise<RunningBackend>;
  /** Stops the server and leaves database and processor; ends with `stop`. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

function databaseUrlOf(name: string): string {
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrlOf('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of its own, copied from the run's template. */
export async function copyTemplate(): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `remit_${randomBytes(6).toString('hex')}`;
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  // Copying the files takes half as long as writing them to the log, as is done unless told.
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  return {
    databaseUrl: databaseUrlOf(name),
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function faultOrders(processor: RunningProcessor) {
  return {
    async orderFault(fault: Partial<Fault> & Pick<Fault, 'kind'>) {
      const ordered = await fetch(`${processor.url}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      });
      if (!ordered.ok) throw new Error(`The processor did not take the order: ${ordered.status}`);
    },
    async forgetFaults() {
      await fetch(`${processor.url}/faults`, { method: 'DELETE' });
    },
    async faults(): Promise<readonly OrderedFault[]> {
      return (await (await fetch(`${processor.url}/faults`)).json()) as OrderedFault[];
    },
  };
}

/** The real backend, with a real database of its own and the sandbox processor, on loopback. */
export async function startTestBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const { databaseUrl, drop } = await copyTemplate();
  const secrets = newSecrets();
  const outbox = mkdtempSync(join(tmpdir(), 'remit-outbox-'));
  let ahead = 0;
  const followed = options.movable ? await followClock(databaseUrl) : undefined;
  const clock = followed?.clock ?? (() => Date.now() + ahead);
  const moveTo = (instant: string) => {
    ahead = Date.parse(instant) - Date.now();
  };
  if (options.at) moveTo(options.at);
  const processor = await startSandboxProcessor({ databaseUrl, ...secrets, clock });
  const processorUrl = processor.url;
  const startOne = (more: TestBackendOptions) =>
    startBackend({
      databaseUrl,
      processorUrl,
      noticeSecret: secrets.noticeSecret,
      vaultKey: secrets.vaultKey,
      clock,
      ...(followed && { ahead: followed.ahead }),
      processorTimeoutMs: 1_500,
      leaseMs: 3_000,
      resolveEveryMs: 100,
      postEveryMs: 200,
      post: { folder: outbox, from: 'receipts@remit.invalid' },
      ...more,
    });
  const running: RunningBackend[] = [await startOne(options)];
  const [first] = running as [RunningBackend];
  processor.sendNoticesTo(`${first.url}/v1/processor-notices`);
  const pool = openPool(databaseUrl, 3);
  const stopServers = () => Promise.all(running.splice(0).map(server => server.stop()));
  return {
    url: first.url,
    databaseUrl,
    processorUrl,
    secrets,
    outbox,
    pool,
    now: clock,
    later(ms) {
      ahead += ms;
    },
    moveTo,
    signIn: (userId, workstationId) => signIn(first.url, userId, workstationId),
    ...faultOrders(processor),
    async startAnother(more = options) {
      const server = await startOne(more);
      running.push(server);
      return server;
    },
    async stopServer() {
      await stopServers();
    },
    async stop() {
      await stopServers();
      await processor.stop();
      await followed?.stop();
      await pool.end();
      await drop();
      rmSync(outbox, { recursive: true, force: true });
    },
  };
}
