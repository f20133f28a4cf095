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

/** A real backend in a process of its own, on a real PostgreSQL with this many patients; those that are in `folder` already are taken. */
export async function openBenchBackend(folder: string, patients: number) {
  const server = await openEmbedded(join(folder, 'backend'), { settings });
  const { databaseUrl } = server;
  const pool = openPool(databaseUrl, 2);
  const db = connect(pool);
  await migrate(db);
  await readySandboxAccounts(db, Date.now(), () => hashPassword(SANDBOX_PASSWORD, 4));
  const count = async () =>
    Number((await pool.query('SELECT count(*) FROM guarantor')).rows[0].count);
  if ((await count()) === 0) {
    const asOf = dateIn('UTC', instantOf(Date.now()));
    await seedDatabase(pool, { patients, seed: 'bench', asOf });
    await pool.query('VACUUM ANALYZE');
  }
  const guarantors = await count();
  await db.destroy();
  const { noticeSecret, vaultKey } = newSecrets();
  const given: BackendGiven = {
    databaseUrl,
    processorUrl: 'http://127.0.0.1:9',
    noticeSecret,
    vaultKey,
    clockAheadMs: 0,
  };
  const child = await startChild<string>(backendFile, given, join(folder, 'backend.log'));
  return {
    url: child.ready,
    guarantors,
    async stop() {
      await child.kill();
      await server.stop();
    },
  };
}
