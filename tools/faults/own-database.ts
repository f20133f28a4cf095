import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { seedDatabase } from '#backend/seed/seed-database.ts';
import { hashPassword } from '#backend/sign-in/passwords.ts';
import { readySandboxAccounts, SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';

/** Enough that two desks seldom want the same bill by chance. */
const PATIENTS = 800;

/** What a power cut would lose does not matter here; what a killed process would lose does. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

async function fill(databaseUrl: string, seed: string, signal: AbortSignal): Promise<void> {
  const pool = openPool(databaseUrl, 2);
  const db = connect(pool);
  try {
    await migrate(db);
    await readySandboxAccounts(db, Date.now(), () => hashPassword(SANDBOX_PASSWORD, 4));
    const asOf = dateIn('UTC', instantOf(Date.now()));
    await seedDatabase(pool, { patients: PATIENTS, seed, asOf, signal });
  } finally {
    await db.destroy();
  }
}

/** A PostgreSQL of its own in `folder`, with patients and with accounts that are quick to sign in to. */
export async function openOwnDatabase(folder: string, seed: string, signal: AbortSignal) {
  mkdirSync(folder, { recursive: true });
  const server = await openEmbedded(join(folder, 'backend'), { settings });
  try {
    await fill(server.databaseUrl, seed, signal);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
