import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import type { Person } from '#backend/http/caller.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { openPost } from '#backend/receipts/sandbox-post.ts';
import type { RunParts } from '#backend/runs/run-step.ts';
import { PIECE_SIZE } from '#backend/runs/start-runs.ts';
import { startSandboxProcessor } from '#backend/sandbox/processor/start.ts';
import { newSecrets } from '#backend/secrets.ts';
import { type BankVault, bankVault } from '#backend/vault/bank-vault.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';

/** The parts of a backend on a database, under a clock that only the tool moves. */
export interface World {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly vault: BankVault;
  readonly parts: RunParts;
  /** Who takes every call. */
  readonly person: Person;
  /** Puts the clock to a time of a day, such as `20:00`, in UTC. */
  at(date: CalendarDate, time: string): void;
  now(): number;
  close(): Promise<void>;
}

/** Regions work side by side, and so do calls. */
const CONNECTIONS = 12;
const PROCESSOR_TIMEOUT_MS = 30_000;
const LEASE_MS = 60_000;
const WORKSTATION = '6d1f0c6e-7a51-4f0b-9a4e-2f6b1f5d0c11';

const person: Person = {
  role: 'counselor',
  user: {
    userId: 'c.okafor',
    name: 'Chidi Okafor',
    role: 'counselor',
    regions: [...RegionCode.options],
  },
  workstationId: WORKSTATION,
  sessionHash: randomBytes(32),
  expiresAt: instantOf(Date.UTC(2099, 0, 1)),
};

/** Opens everything a backend works with on a migrated database that has the sandbox's accounts. */
export async function openWorld(databaseUrl: string): Promise<World> {
  let ms = Date.UTC(2026, 10, 30);
  const clock = () => ms;
  const secrets = newSecrets();
  const pool = openPool(databaseUrl, CONNECTIONS);
  const db = connect(pool);
  const sandbox = await startSandboxProcessor({ databaseUrl, ...secrets, clock });
  const processor = httpProcessor({ url: sandbox.url, timeoutMs: PROCESSOR_TIMEOUT_MS });
  const { vaultKey } = secrets;
  const folder = join(tmpdir(), `remit-post-${randomBytes(6).toString('hex')}`);
  const post = openPost({ folder, from: 'receipts@remit.invalid' });
  const openAch = (by: () => number) => sandboxAch({ db, clock: by, vaultKey });
  await pool.query('INSERT INTO workstation (workstation_id, seen_at) VALUES ($1, $2)', [
    WORKSTATION,
    instantOf(ms),
  ]);
  return {
    db,
    pool,
    vault: bankVault(vaultKey),
    person,
    parts: { db, processor, post, openAch, clock, leaseMs: LEASE_MS, pieceSize: PIECE_SIZE },
    at(date, time) {
      ms = Date.parse(`${date}T${time}Z`);
    },
    now: clock,
    async close() {
      await sandbox.stop();
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
