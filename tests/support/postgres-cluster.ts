import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { seedDatabase } from '#backend/seed/seed-database.ts';
import { hashPassword } from '#backend/sign-in/passwords.ts';
import { readySandboxAccounts, SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { quickFolder } from './quick-folder.ts';

/** The database that each test's own is copied from. */
export const TEMPLATE = 'remit_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the template; another database of the cluster has the same but for its name. */
    templateUrl: string;
  }
}

/** The personas and enough others to be in their way. */
const PATIENTS = 150;

/** See quick-folder.ts for what a test may lose. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
];

async function makeTemplate(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  const pool = openPool(url.href, 2);
  const db = connect(pool);
  await migrate(db);
  // A test signs in often, and has nothing to hide.
  await readySandboxAccounts(db, Date.now(), () => hashPassword(SANDBOX_PASSWORD, 4));
  const asOf = dateIn('UTC', instantOf(Date.now()));
  await seedDatabase(pool, { patients: PATIENTS, seed: 'tests', asOf });
  await db.destroy();
  return url.href;
}

/** One real PostgreSQL for the run, with a migrated and seeded database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await quickFolder('remit-postgres-');
  const server = await openEmbedded(folder, { settings });
  project.provide('templateUrl', await makeTemplate(server.databaseUrl));
  return async () => {
    await server.stop();
    await remove();
  };
}
