import { hash } from 'node:crypto';
import type pg from 'pg';
import { eachRecord } from '#backend/audit/verify/each-record.ts';
import { beginTogether, readChain } from '#backend/audit/verify/read-chain.ts';

/** Reads the chain out of the database as a verification does, hashes each record, and nothing else; gives how many. */
export async function hashDatabase(pool: pg.Pool): Promise<number> {
  const clients = [await pool.connect(), await pool.connect()] as const;
  try {
    await beginTogether(clients);
    let records = 0;
    await eachRecord(readChain(...clients), (_, bytes, start, end) => {
      hash('sha256', bytes.subarray(start, end));
      records += 1;
      return true;
    });
    return records;
  } finally {
    for (const each of clients) each.release(true);
  }
}
