import { createHash, type Hash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Family } from '../family/family.ts';
import { copyLine } from './copy-text.ts';
import { seededTables } from './table-rows.ts';

/** Rows of some families, by table, as they will be sent. */
export interface Batch {
  add(family: Family): void;
  /** Sends everything added, table by table. */
  write(client: pg.ClientBase): Promise<void>;
}

/** Counts the rows and digests the bytes of a whole seed, table by table, however it is batched. */
export interface Tally {
  readonly rows: Record<string, number>;
  /** SHA-256 over the digests of all tables in the order in which they are written. */
  digest(): string;
  count(table: string, text: string, rows: number): void;
}

export function openTally(): Tally {
  const rows: Record<string, number> = {};
  const hashes = new Map<string, Hash>();
  for (const { table } of seededTables) {
    rows[table] = 0;
    hashes.set(table, createHash('sha256'));
  }
  return {
    rows,
    count(table, text, count) {
      rows[table] = (rows[table] ?? 0) + count;
      hashes.get(table)?.update(text);
    },
    digest() {
      const whole = createHash('sha256');
      for (const [table, hash] of hashes) whole.update(`${table} ${hash.digest('hex')}\n`);
      return whole.digest('hex');
    },
  };
}

export function openBatch(tally: Tally): Batch {
  const texts = seededTables.map(() => '');
  return {
    add(family) {
      for (const [at, { table, rows }] of seededTables.entries()) {
        let text = '';
        let count = 0;
        for (const values of rows(family)) {
          text += copyLine(values);
          count += 1;
        }
        if (count === 0) continue;
        tally.count(table, text, count);
        texts[at] += text;
      }
    },
    async write(client) {
      for (const [at, { table, columns }] of seededTables.entries()) {
        const text = texts[at];
        if (!text) continue;
        const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
        stream.end(text);
        await finished(stream);
      }
    },
  };
}
