import type pg from 'pg';
import { seededTables } from './table-rows.ts';

/**
 * Takes the foreign keys off the tables that are filled, and gives back what puts them on again, which
 * makes PostgreSQL check all rows at once: row by row it takes three times as long as everything else
 * (PostgreSQL's manual, "Populating a Database"). All in the caller's transaction.
 */
export async function liftForeignKeys(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name,
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])
     ORDER BY owner, name`,
    [seededTables.map(({ table }) => table)],
  );
  for (const { owner, name } of rows) {
    await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  }
  return async () => {
    for (const { owner, name, definition } of rows) {
      await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`);
    }
  };
}
