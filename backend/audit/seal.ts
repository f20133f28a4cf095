import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Signer } from './signing-key.ts';

/** As many as are chained in one transaction: about a tenth of a second of work. */
export const SEALED_AT_ONCE = 5_000;

interface Chained {
  readonly sealed: number;
  readonly chain_id: string;
  readonly position: number;
  readonly hash: Buffer;
}

async function sealOnce(db: Database, signer: Signer, most: number, now: number): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<Chained>`SELECT * FROM chain_audit_records(${most})`.execute(trx);
    const [end] = rows;
    if (!end || end.sealed === 0) return 0;
    const at = instantOf(now);
    const [chain, hash] = [end.chain_id, end.hash.toString('hex')];
    const signature = signer.sign({ what: 'seal', at, chain, hash, position: end.position });
    await sql`INSERT INTO audit_seal (position, hash, sealed_at, key_id, signature)
      VALUES (${end.position}, ${end.hash}, ${at}, ${signer.keyId}, ${signature})`.execute(trx);
    return end.sealed;
  });
}

/**
 * Chains and signs what is committed and not chained yet; gives how many records that were. One server at
 * a time does it, and one that is killed meanwhile leaves nothing of its batch.
 */
export async function sealRecords(
  db: Database,
  signer: Signer,
  clock: () => number,
  most = SEALED_AT_ONCE,
): Promise<number> {
  let total = 0;
  for (;;) {
    const sealed = await sealOnce(db, signer, most, clock());
    total += sealed;
    if (sealed < most) return total;
  }
}
