import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The migrations of a folder in order; throws unless they are numbered 1, 2, 3, …, without a gap. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'));
  return files.sort().map((name, index) => {
    const version = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`${name} in ${folder} is out of sequence.`);
    return { version, sql: readFileSync(join(folder, name), 'utf8') };
  });
}

/**
 * Brings a file to the newest version, each migration in a transaction of its own together with the
 * number it leads to. The caller has made sure that the file is not newer.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const current = () => db.pragma('user_version', { simple: true }) as number;
  for (const { version, sql } of migrations) {
    db.transaction(() => {
      // Read inside the transaction: another process may have migrated in between.
      if (current() >= version) return;
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
