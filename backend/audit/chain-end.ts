import type pg from 'pg';
import type { PublicAuditKey, SignedHead } from '#shared/audit/signed-head.ts';

/** What the database says about the end of its chain. */
export interface ChainEnd {
  readonly chain: string;
  readonly head: SignedHead | null;
  readonly anchors: SignedHead[];
  readonly keys: PublicAuditKey[];
}

const signed = (what: SignedHead['what'], table: string) => `SELECT '${what}' AS what,
  (SELECT chain_id FROM audit_head) AS chain, position, encode(hash, 'hex') AS hash, sealed_at AS at,
  key_id AS "keyId", signature FROM ${table}`;

/** Read in one transaction with the records, it is of them. */
export async function readChainEnd(client: pg.ClientBase): Promise<ChainEnd> {
  const { rows: chains } = await client.query('SELECT chain_id AS chain FROM audit_head');
  const { rows: heads } = await client.query(
    `${signed('seal', 'audit_seal')} ORDER BY position DESC LIMIT 1`,
  );
  const { rows: anchors } = await client.query(
    `${signed('anchor', 'audit_anchor')} ORDER BY anchored_on`,
  );
  const { rows: keys } = await client.query(
    'SELECT key_id AS "keyId", public_key AS "publicKey" FROM audit_key ORDER BY begun_at, key_id',
  );
  return { chain: chains[0]?.chain ?? '', head: heads[0] ?? null, anchors, keys };
}
