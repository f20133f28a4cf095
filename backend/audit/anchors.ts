import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { SignedHead } from '#shared/audit/signed-head.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { inFolder } from '../command/data-folder.ts';
import type { Database } from '../database/connect.ts';
import type { Signer } from './signing-key.ts';

const FILE = 'audit-anchors.jsonl';

interface AnchorRow extends Omit<SignedHead, 'what' | 'hash'> {
  readonly hash: Buffer;
}

/** The day of an anchor: that of Greenwich, for the chain is one over all regions. */
const dayOf = (at: Instant) => at.slice(0, 10);

/** Signs where the chain ends as the first thing of a day, once for all servers. */
export async function anchorDay(db: Database, signer: Signer, now: number): Promise<void> {
  const at = instantOf(now);
  await db.transaction().execute(async trx => {
    const { rows } = await sql<{ chain: string; position: number; hash: Buffer }>`
      SELECT chain_id AS chain, position, hash FROM audit_head
      WHERE position > 0 AND NOT EXISTS (SELECT FROM audit_anchor WHERE anchored_on >= ${dayOf(at)}::date)
      FOR UPDATE SKIP LOCKED`.execute(trx);
    const [end] = rows;
    if (!end) return;
    const statement = { what: 'anchor', at, ...end, hash: end.hash.toString('hex') } as const;
    await sql`INSERT INTO audit_anchor (anchored_on, position, hash, sealed_at, key_id, signature)
      VALUES (${dayOf(at)}, ${end.position}, ${end.hash}, ${at}, ${signer.keyId}, ${signer.sign(statement)})
      ON CONFLICT DO NOTHING`.execute(trx);
  });
}

/** The anchors of the database, oldest first. */
export async function databaseAnchors(db: Database): Promise<SignedHead[]> {
  const { rows } = await sql<AnchorRow>`
    SELECT chain_id AS chain, audit_anchor.position, audit_anchor.hash, sealed_at AS at, key_id AS "keyId", signature
    FROM audit_anchor, audit_head ORDER BY anchored_on`.execute(db);
  return rows.map(row => ({ ...row, what: 'anchor', hash: row.hash.toString('hex') }));
}

/** The anchors of a file; what broke off in its last line was never one. */
export async function fileAnchors(file: string): Promise<SignedHead[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap(line => {
    try {
      return [SignedHead.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

export const anchorsFile = (folder: string) => path.resolve(folder, FILE);

const nameOf = ({ chain, at }: SignedHead) => `${chain} ${dayOf(at)}`;

/**
 * Keeps the anchors in a file outside the database as well, from where nobody who can only write to the
 * database can take them back; gives the days of which the file says something else, or the database
 * nothing any more.
 */
export async function keepOutside(db: Database, folder: string): Promise<string[]> {
  const file = anchorsFile(folder);
  const [inside, outside] = [await databaseAnchors(db), await fileAnchors(file)];
  const known = new Set(outside.map(nameOf));
  const fresh = inside.filter(anchor => !known.has(nameOf(anchor)));
  if (fresh.length > 0) {
    // After a line that broke off, the first one must not go on in it.
    const lines = fresh.map(anchor => `${JSON.stringify(anchor)}\n`).join('');
    await inFolder(folder, () => appendFile(file, `\n${lines}`, { mode: 0o600, flush: true }));
  }
  const held = new Map(inside.map(anchor => [nameOf(anchor), anchor]));
  const { rows } = await sql<{ chain: string }>`SELECT chain_id AS chain FROM audit_head`.execute(
    db,
  );
  return outside
    .filter(({ chain }) => chain === rows[0]?.chain)
    .filter(anchor => held.get(nameOf(anchor))?.hash !== anchor.hash)
    .map(anchor => dayOf(anchor.at));
}
