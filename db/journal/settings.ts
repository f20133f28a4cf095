import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

const read = readQuery<{ value: string }, { name: string }>(
  'SELECT value FROM setting WHERE name = :name',
);

const write = writeQuery<{ name: string; value: string }>(`
  INSERT INTO setting (name, value) VALUES (:name, :value)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value`);

/** A setting as it was kept, still to be checked by its reader; undefined when it never was. */
export function readSetting(db: ReadDb, name: string): unknown {
  const row = read.get(db, { name });
  return row && JSON.parse(row.value);
}

/** Keeps a setting: anything that is JSON. */
export function writeSetting(db: WriteDb, name: string, value: unknown): void {
  write.run(db, { name, value: JSON.stringify(value) });
}
