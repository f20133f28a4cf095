import { sealRecords } from '#backend/audit/seal.ts';
import { signerOf } from '#backend/audit/signing-key.ts';
import { connect, openPool } from '#backend/database/connect.ts';

/** A server that only writes audit records, from many connections at once, and chains everybody's meanwhile. */
const [databaseUrl = '', privateKey = '', name = '', transactions = '0'] = process.argv.slice(2);
const WRITERS = 5;
const pool = openPool(databaseUrl, WRITERS + 2);
const db = connect(pool);
const signer = signerOf({ privateKey });
let writing = true;

async function write(writer: number): Promise<void> {
  const client = await pool.connect();
  for (let count = 1; count <= Number(transactions); count += 1) {
    await client.query('BEGIN');
    await client.query(
      `SELECT audit_event('access_found', now(), 'succeeded', 'r.ames', NULL, NULL, NULL, NULL, 'patient', part, NULL)
       FROM unnest($1::text[]) AS part`,
      [[1, 2, 3].map(part => `${name} ${writer} ${count} ${part}`)],
    );
    // What is taken back was never done, and leaves no gap.
    await client.query(count % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
  }
  client.release();
}

async function seal(): Promise<void> {
  while (writing) await sealRecords(db, signer, Date.now, 40);
}

const sealing = seal();
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
writing = false;
await sealing;
await db.destroy();
