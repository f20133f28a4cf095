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

const DEADLOCK = '40P01';

/** The server's jobs look into the same tables in an order of their own; whoever has to give way asks again. */
async function emptied(client: pg.ClientBase): Promise<void> {
  try {
    await client.query('TRUNCATE guarantor, payment_search_kind CASCADE');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== DEADLOCK) throw error;
    await emptied(client);
  }
}
