import type pg from 'pg';
import { readChainEnd } from '../chain-end.ts';
import { lookBeside, type Unsealed } from './beside-the-chain.ts';
import type { ChainCheck } from './check-chain.ts';
import { eachRecord } from './each-record.ts';
import { beginTogether, readChain } from './read-chain.ts';
import { type AuditVerdict, verifyChain } from './verify-chain.ts';
import type { Believed } from './verify-export.ts';

export interface DatabaseVerdict extends AuditVerdict {
  readonly unsealed: Unsealed;
}

/** Verifies the chain of a database as it stands, over three connections, without trusting what the database reckons. */
export async function verifyDatabase(
  pool: pg.Pool,
  { keys, outside }: Believed,
  onChecked?: (records: number) => void,
): Promise<DatabaseVerdict> {
  const clients = [await pool.connect(), await pool.connect(), await pool.connect()] as const;
  const [ofLinks, ofRecords, beside] = clients;
  try {
    await beginTogether(clients);
    const end = await readChainEnd(beside);
    const { rows: seals } = await beside.query(
      `SELECT position, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY position`,
    );
    const said = 'A signed end of a batch';
    const more = seals.map(({ position, hash }) => ({ position, hash, said }));
    const ends = { ...end, outside, keys: keys ?? end.keys };
    const follow = (check: ChainCheck) =>
      eachRecord(readChain(ofLinks, ofRecords), check.record, () => onChecked?.(check.records()));
    const [verdict, { unsealed, broken }] = await Promise.all([
      verifyChain(ends, follow, more),
      lookBeside(beside),
    ]);
    return { ...verdict, unsealed, broken: verdict.broken ?? broken };
  } finally {
    // Where the reading stopped early a connection still brings lines.
    for (const each of clients) each.release(true);
  }
}
