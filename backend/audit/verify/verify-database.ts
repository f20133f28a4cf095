import type pg from 'pg';
import { readChainEnd } from '../chain-end.ts';
import { linesOfChain } from '../lines-of-chain.ts';
import type { Broken } from './found.ts';
import type { Believed } from './verify-export.ts';
import { type AuditVerdict, verifyLines } from './verify-lines.ts';

/** Records that are committed and have no place in the chain yet. */
export interface Unsealed {
  readonly count: number;
  /** How long the oldest has waited. */
  readonly seconds: number;
}

export interface DatabaseVerdict extends AuditVerdict {
  readonly unsealed: Unsealed;
}

async function readUnsealed(client: pg.ClientBase): Promise<Unsealed & { altered: string | null }> {
  const { rows } = await client.query(`
    SELECT count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0)::float8 AS seconds,
      min(content::json->>'id') FILTER (WHERE sha256(convert_to(content, 'UTF8')) <> content_hash) AS altered
    FROM audit_record WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)`);
  return rows[0];
}

function inUnsealed(id: string | null): Broken | null {
  if (id === null) return null;
  const why =
    'A record that waits for its place in the chain does not have the hash written with it.';
  return { what: 'altered', position: null, id, why };
}

interface Move {
  readonly key: string;
  readonly state: string;
}

/** The first move of a payment that has no record: it was deleted before it had its place in the chain. */
async function findMissing(client: pg.ClientBase): Promise<Broken | null> {
  const { rows } = await client.query<Move>(`
    SELECT payment_key AS key, to_state AS state FROM payment_state_change AS move
    WHERE NOT EXISTS (SELECT FROM (
        SELECT content::json AS said FROM audit_record WHERE content LIKE '{"action":"payment_moved"%') AS each
      WHERE said->>'subject' = move.payment_key::text AND said->>'outcome' = move.to_state)
    ORDER BY at LIMIT 1`);
  const [move] = rows;
  if (!move) return null;
  const why = `The record of payment ${move.key} becoming ${move.state} is missing.`;
  return { what: 'removed', position: null, id: null, why };
}

/** Verifies the chain of a database as it stands, without trusting what the database reckons. */
export async function verifyDatabase(
  pool: pg.Pool,
  { keys, outside }: Believed,
): Promise<DatabaseVerdict> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const end = await readChainEnd(client);
    const { rows: seals } = await client.query(
      `SELECT position, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY position`,
    );
    const said = 'A signed end of a batch';
    const points = seals.map(({ position, hash }) => ({ position, hash, said }));
    const { altered, ...unsealed } = await readUnsealed(client);
    const missing = await findMissing(client);
    const lines = linesOfChain(client, Number.MAX_SAFE_INTEGER);
    const verdict = await verifyLines({ ...end, outside, keys: keys ?? end.keys }, lines, points);
    return { ...verdict, unsealed, broken: verdict.broken ?? inUnsealed(altered) ?? missing };
  } finally {
    // Where the reading stopped early the connection still brings lines.
    client.release(true);
  }
}
