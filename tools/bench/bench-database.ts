import { join } from 'node:path';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { newSecrets } from '#backend/secrets.ts';
import { seedDatabase } from '#backend/seed/seed-database.ts';
import { hashPassword } from '#backend/sign-in/passwords.ts';
import { readySandboxAccounts, SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { BackendGiven } from '../faults/backend-child.ts';
import { startChild } from '../faults/child.ts';

const backendFile = new URL('../faults/backend-child.ts', import.meta.url);

/** Nobody's data: what a power cut would lose is made again. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A real backend in a process of its own, on a real PostgreSQL with this many patients. */
export async function openBenchBackend(folder: string, patients: number) {
  const server = await openEmbedded(join(folder, 'backend'), { settings });
  const { databaseUrl } = server;
  const pool = openPool(databaseUrl, 2);
  const db = connect(pool);
  await migrate(db);
  await readySandboxAccounts(db, Date.now(), () => hashPassword(SANDBOX_PASSWORD, 4));
  const asOf = dateIn('UTC', instantOf(Date.now()));
  const seeded = await seedDatabase(pool, { patients, seed: 'bench', asOf });
  await pool.query('VACUUM ANALYZE');
  await db.destroy();
  const given: BackendGiven = {
    databaseUrl,
    processorUrl: 'http://127.0.0.1:9',
    noticeSecret: newSecrets().noticeSecret,
    clockAheadMs: 0,
  };
  const child = await startChild<string>(backendFile, given, join(folder, 'backend.log'));
  return {
    url: child.ready,
    seeded,
    async stop() {
      await child.kill();
      await server.stop();
    },
  };
}
