import type pg from 'pg';

/** Moves of one payment: it is sent, approved, posted and settled. */
const STATES = ['sent', 'approved', 'posted', 'settled'];

/** Keeps so many moves of made-up payments, each with its record in the trail. */
export async function fillMoves(pool: pg.Pool, moves: number): Promise<void> {
  const client = await pool.connect();
  // Without their payments, and so without what follows from a move.
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO payment_state_change (payment_key, from_state, to_state, at, moved_through)
     SELECT key, lag(state) OVER (PARTITION BY key ORDER BY place), state, now(), 'run card_posting'
     FROM (SELECT gen_random_uuid() AS key FROM generate_series(1, $1::int / cardinality($2::text[]))) AS made,
       unnest($2::text[]) WITH ORDINALITY AS each (state, place)`,
    [moves, STATES],
  );
  await client.query(
    `SELECT count(audit_event('payment_moved', at, to_state, moved_through, NULL, NULL, NULL, NULL, 'payment',
       payment_key::text, from_state)::text) FROM payment_state_change`,
  );
  await client.query('SET session_replication_role = DEFAULT');
  client.release();
  await pool.query('VACUUM ANALYZE payment_state_change, audit_record');
}

/** Takes one record of a move away, as a hand at the database would. */
export async function removeOne(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `DELETE FROM audit_record WHERE number = (SELECT number FROM audit_record
       WHERE content LIKE '{"action":"payment_moved"%' ORDER BY number DESC LIMIT 1)`,
  );
  await client.query('SET session_replication_role = DEFAULT');
  client.release();
}
