import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Broken } from './found.ts';

/** Records that are committed and have no place in the chain yet. */
export interface Unsealed {
  readonly count: number;
  /** How long the oldest has waited. */
  readonly seconds: number;
}

/** Among so many places at the end of the chain some numbers may not have theirs yet: others overtook them. */
const AT_THE_END = 50_000;

/** Up to which number every record has a place; a chain where they were taken away has none. */
async function allPlacedUpTo(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(
    `WITH settled AS (SELECT min(number) - 1 AS number
       FROM (SELECT number FROM audit_link ORDER BY position DESC LIMIT $1) AS last)
     SELECT settled.number FROM settled
     WHERE (SELECT count(*) FROM audit_record WHERE number <= settled.number)
       = (SELECT count(*) FROM audit_link WHERE number <= settled.number)`,
    [AT_THE_END],
  );
  return rows[0]?.number ?? 0;
}

/** Which they are is found by the numbers alone: by counting, and one by one where that does not come out even. */
async function readUnsealed(client: pg.ClientBase): Promise<Unsealed & { altered: string | null }> {
  const { rows } = await client.query(
    `WITH waiting AS MATERIALIZED (SELECT number FROM audit_record WHERE number > $1
       AND NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number))
     SELECT count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0)::float8 AS seconds,
       min(content::json->>'id') FILTER (WHERE sha256(convert_to(content, 'UTF8')) <> content_hash) AS altered
     FROM waiting JOIN audit_record USING (number)`,
    [await allPlacedUpTo(client)],
  );
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

/**
 * Whether moves and records come out even: as many of both, and the same sum of their hashes under a number that nobody
 * knew who could have made up a record for one that is gone. Less than half the work of holding each against each.
 */
async function allRecorded(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT (SELECT (count(*), sum(hashtextextended(payment_key || ' ' || to_state, $1))) FROM payment_state_change)
       = (SELECT (count(*), sum(hashtextextended(audit_said(content, 'subject') || ' ' || audit_said(content, 'outcome'), $1)))
          FROM audit_record WHERE content LIKE '{"action":"payment_moved"%') AS even`,
    [randomBytes(8).readBigInt64LE()],
  );
  return rows[0]?.even === true;
}

/** A move of a payment that has no record: it was deleted before it had its place in the chain. */
async function findMissing(client: pg.ClientBase): Promise<Broken | null> {
  if (await allRecorded(client)) return null;
  const { rows } = await client.query<Move>(`
    SELECT payment_key::text AS key, to_state::text AS state FROM payment_state_change
    EXCEPT SELECT audit_said(content, 'subject'), audit_said(content, 'outcome')
    FROM audit_record WHERE content LIKE '{"action":"payment_moved"%'
    LIMIT 1`);
  const [move] = rows;
  if (!move) return null;
  const why = `The record of payment ${move.key} becoming ${move.state} is missing.`;
  return { what: 'removed', position: null, id: null, why };
}

/** Looks at what the chain itself does not tell: records without a place, and moves of payments without a record. */
export async function lookBeside(client: pg.ClientBase) {
  const { altered, ...unsealed } = await readUnsealed(client);
  return { unsealed, broken: inUnsealed(altered) ?? (await findMissing(client)) };
}
