import { join } from 'node:path';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { hashPassword } from '#backend/sign-in/passwords.ts';
import { readySandboxAccounts, SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';

/** What a power cut would lose does not matter here. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL of its own in `folder`, migrated, without patients. */
export async function openEmptyDatabase(folder: string) {
  const server = await openEmbedded(join(folder, 'backend'), { settings });
  const db = connect(openPool(server.databaseUrl, 2));
  try {
    await migrate(db);
    await readySandboxAccounts(db, Date.now(), () => hashPassword(SANDBOX_PASSWORD, 4));
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await db.destroy();
  }
}
