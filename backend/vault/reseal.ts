import { sql } from 'kysely';
import { sealWith } from '../ach/seal.ts';
import type { Database } from '../database/connect.ts';
import { bankVault } from './bank-vault.ts';
import { documentVault } from './document-vault.ts';
import { keyIdOf, type VaultKey } from './key-ring.ts';

/** Why nothing more can be resealed; the message is one sentence with what to do. */
export class KeysRefused extends Error {}

interface Shelf {
  readonly table: 'bank_account' | 'ach_file' | 'ach_received_file' | 'application_document_piece';
  readonly column: 'account_number_sealed' | 'sealed';
  readonly id: 'token' | 'file_id' | 'received_id' | 'piece_key';
  readonly newestMark: Buffer;
  anew(id: string, sealed: Buffer): Buffer;
}

export interface VaultKeys {
  readonly vaultKey: string;
  readonly laterVaultKeys: readonly VaultKey[];
}

/** Everything that the vault's keys seal. */
function shelvesOf({ vaultKey, laterVaultKeys }: VaultKeys): Shelf[] {
  const vault = bankVault(vaultKey, laterVaultKeys);
  const seal = sealWith(vaultKey, 'ach files', laterVaultKeys);
  const documents = documentVault(vaultKey, laterVaultKeys);
  const { newestMark } = vault;
  const anew = (_id: string, sealed: Buffer) => seal.seal(seal.open(sealed));
  return [
    {
      table: 'bank_account',
      column: 'account_number_sealed',
      id: 'token',
      newestMark,
      anew: (token, sealed) => vault.seal(token, vault.unseal(token, sealed)),
    },
    { table: 'ach_file', column: 'sealed', id: 'file_id', newestMark, anew },
    { table: 'ach_received_file', column: 'sealed', id: 'received_id', newestMark, anew },
    {
      table: 'application_document_piece',
      column: 'sealed',
      id: 'piece_key',
      newestMark,
      anew: (key, sealed) => documents.seal(key, documents.open(key, sealed)),
    },
  ];
}

/** The numbers of the keys under which something is sealed now, and how much. */
async function keysInUse(db: Database, shelves: readonly Shelf[]): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  for (const { table, column } of shelves) {
    const { rows } = await sql<{ start: Buffer; count: number }>`
      SELECT CASE WHEN substring(sealed, 1, 4) = '\\x5244564b' THEN substring(sealed, 1, 12) ELSE '\\x' END AS start,
        count(*)::int AS count
      FROM (SELECT ${sql.ref(column)} AS sealed FROM ${sql.table(table)}) AS kept
      WHERE sealed IS NOT NULL GROUP BY 1`.execute(db);
    for (const { start, count } of rows) {
      used.set(keyIdOf(start), (used.get(keyIdOf(start)) ?? 0) + count);
    }
  }
  return used;
}

async function refuseMissingKeys(db: Database, keys: VaultKeys, shelves: readonly Shelf[]) {
  const known = new Set(['1', ...keys.laterVaultKeys.map(({ id }) => id)]);
  for (const [id, count] of await keysInUse(db, shelves)) {
    if (known.has(id)) continue;
    throw new KeysRefused(
      `Key ${id} of the vault is missing, and ${count} numbers or files are sealed with it; put it back into vault-keys.json, then rotate again.`,
    );
  }
}

function openAnew(shelf: Shelf, id: string, sealed: Buffer): Buffer {
  try {
    return shelf.anew(id, sealed);
  } catch (cause) {
    throw new KeysRefused(
      `Key ${keyIdOf(sealed)} does not open what was sealed with it in ${shelf.table}; put the key of that number back, then rotate again.`,
      { cause },
    );
  }
}

/** One transaction; gives how many it sealed anew. */
function resealSome(db: Database, shelf: Shelf, atOnce: number): Promise<number> {
  const { table, column, id, newestMark } = shelf;
  return db.transaction().execute(async trx => {
    const { rows } = await sql<{ id: string; sealed: Buffer }>`
      SELECT ${sql.ref(id)} AS id, ${sql.ref(column)} AS sealed FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} IS NOT NULL
        AND substring(${sql.ref(column)}, 1, ${newestMark.length}::int) <> ${newestMark}
      ORDER BY 1 LIMIT ${atOnce} FOR UPDATE`.execute(trx);
    for (const row of rows) {
      await sql`
        UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${openAnew(shelf, row.id, row.sealed)}
        WHERE ${sql.ref(id)} = ${row.id}`.execute(trx);
    }
    return rows.length;
  });
}

/**
 * Seals everything with the newest key that another one sealed, in small transactions: killed anywhere, it
 * goes on where it was. Gives how many it sealed anew. Refuses, with nothing changed, when a key that sealed
 * something is missing.
 */
export async function reseal(db: Database, keys: VaultKeys, atOnce = 100): Promise<number> {
  if (keys.laterVaultKeys.length === 0) {
    throw new KeysRefused(
      'The vault has one key only; make another with --new-key, restart every server with it, then rotate.',
    );
  }
  const shelves = shelvesOf(keys);
  await refuseMissingKeys(db, keys, shelves);
  let done = 0;
  for (const shelf of shelves) {
    for (let some = -1; some !== 0; done += some) some = await resealSome(db, shelf, atOnce);
  }
  return done;
}
