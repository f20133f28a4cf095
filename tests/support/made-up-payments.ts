import pg from 'pg';
import { makePayments } from '#tools/bench/million-payments.ts';
import type { TestBackend } from './test-backend.ts';

/** Made-up payments over three years up to `asOf`, instead of whatever patients the database had. */
export async function insteadOfPatients(
  { pool }: Pick<TestBackend, 'pool'>,
  payments: number,
  asOf = '2026-11-20T18:00:00Z',
): Promise<void> {
  const client = await pool.connect();
  try {
    // Tables that only grow refuse to be emptied, unless nobody's triggers are asked.
    await client.query('SET session_replication_role = replica');
    await emptied(client);
    await makePayments(client, payments, asOf);
  } finally {
    client.release();
  }
}

const GAVE_WAY = '55P03';

/**
 * The server's jobs look into the same tables in an order of their own. Whoever empties them all gives way, long before
 * PostgreSQL would end one of the two, and asks again.
 */
async function emptied(client: pg.ClientBase): Promise<void> {
  try {
    await client.query("SET lock_timeout = '100ms'");
    await client.query('TRUNCATE guarantor, payment_search_kind CASCADE');
    await client.query('RESET lock_timeout');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== GAVE_WAY) throw error;
    await emptied(client);
  }
}
