import type pg from 'pg';
import { announceKey } from '#backend/audit/keys.ts';
import { sealRecords } from '#backend/audit/seal.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { connect } from '#backend/database/connect.ts';

/** As many as a payment leaves in one transaction. */
const AT_ONCE = 3;

// Not of a move, since there is none: a search for moves that have no record looks at those of moves.
const RECORDS = `SELECT audit_event('payment_tried', now(), 'approved', 'r.ames', NULL, '127.0.0.1',
  gen_random_uuid()::text, 'call', 'payment', gen_random_uuid()::text, 'sent') FROM generate_series(1, ${AT_ONCE})`;

/** What a record costs that takes its place in the chain itself: the end of the chain is locked until it commits. */
const IN_CHAIN = `${RECORDS}; SELECT FROM audit_head FOR UPDATE; SELECT chain_audit_records(${AT_ONCE})`;

interface Wanted {
  readonly seconds: number;
  readonly writers: number;
  readonly chained: boolean;
}

/** Writes for so long, a transaction for every few records, while they are chained every quarter of a second. */
export async function writeBeside(pool: pg.Pool, { seconds, writers, chained }: Wanted) {
  const until = performance.now() + seconds * 1000;
  let count = 0;
  let oldestMs = 0;
  async function write(): Promise<void> {
    const client = await pool.connect();
    while (performance.now() < until) {
      await client.query(`BEGIN; ${chained ? IN_CHAIN : RECORDS}; COMMIT`);
      count += AT_ONCE;
    }
    client.release();
  }
  const db = connect(pool);
  const signer = signerOf(newAuditKey());
  await announceKey(db, signer, Date.now());
  let sealed = 0;
  async function seal(): Promise<void> {
    while (performance.now() < until) {
      const { rows } =
        await pool.query(`SELECT coalesce(max(extract(epoch FROM clock_timestamp() - written_at)), 0)::float8 AS seconds
        FROM audit_record, audit_head WHERE xid >= floor
          AND NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)`);
      oldestMs = Math.max(oldestMs, rows[0].seconds * 1000);
      sealed += await sealRecords(db, signer, Date.now);
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
  await Promise.all([...Array.from({ length: writers }, write), ...(chained ? [] : [seal()])]);
  return { count, sealed, oldestMs };
}

/** Writes so many records in bulk. */
export async function fillTrail(pool: pg.Pool, records: number): Promise<void> {
  await pool.query(
    `SELECT count(audit_event('access_found', now(), 'succeeded', 'r.ames', NULL, '127.0.0.1',
       gen_random_uuid()::text, 'call', 'patient', lpad(n::text, 8, '0'), NULL)::text)
     FROM generate_series(1, $1) AS n`,
    [records],
  );
}
