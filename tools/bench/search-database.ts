import { join } from 'node:path';
import type pg from 'pg';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { hashPassword } from '#backend/sign-in/passwords.ts';
import { readySandboxAccounts, SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { makePayments } from './million-payments.ts';

/** Nobody's data: what a power cut would lose is made again. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=4GB',
  'maintenance_work_mem=256MB',
];

const FILLED = ['guarantor', 'patient', 'account', 'charge', 'payment', 'payment_search'];

/** Takes the indexes that hold nothing up, and gives what puts them back: built at once they take half the time. */
async function withoutIndexes(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = ANY ($1) AND indexdef NOT LIKE '%UNIQUE%'`,
    [FILLED],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return async () => {
    for (const { definition } of rows) await client.query(definition);
  };
}

/** A real PostgreSQL with so many made-up payments; those that are in `folder` already are taken. */
export async function openSearchDatabase(folder: string, payments: number, asOf: string) {
  const server = await openEmbedded(join(folder, 'search'), { settings });
  const pool = openPool(server.databaseUrl, 4);
  const db = connect(pool);
  await migrate(db);
  await readySandboxAccounts(db, Date.parse(asOf), () => hashPassword(SANDBOX_PASSWORD, 4));
  const { rows } = await pool.query('SELECT count(*)::int AS count FROM payment');
  if (rows[0].count === 0) {
    const client = await pool.connect();
    const putBack = await withoutIndexes(client);
    await makePayments(client, payments, asOf);
    await putBack();
    await client.query('VACUUM ANALYZE');
    client.release();
  }
  return {
    db,
    databaseUrl: server.databaseUrl,
    pool,
    async stop() {
      await db.destroy();
      await server.stop();
    },
  };
}
