import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Migration, type MigrationProvider, Migrator, sql } from 'kysely';
import type { Database } from './connect.ts';
import { codeOf } from './refused-by-database.ts';

const migrationsFolder = path.join(import.meta.dirname, '../migrations');

/** Each migration is one file of plain SQL; its name is its place in the order. */
const fromFiles: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort();
    const migrations: Record<string, Migration> = {};
    for (const name of names) {
      const text = await readFile(path.join(migrationsFolder, name), 'utf8');
      migrations[path.basename(name, '.sql')] = {
        up: async db => void (await sql.raw(text).execute(db)),
      };
    }
    return migrations;
  },
};

function whyNotMigrated(failed: string | undefined, code: string): string {
  if (failed) return `The migration ${failed} failed, so the database was left as it was.`;
  if (code) {
    return `The database did not answer (${code}), so it was left as it was; check that it runs and lets its user in.`;
  }
  return 'The database was made by another version of the backend, so it was left as it was; start that version, or use another database.';
}

/**
 * Brings a database to this version's schema, all or nothing; several servers may try at once, one
 * does it. Throws, with the database untouched, when it does not answer or a newer version was here.
 */
export async function migrate(db: Database): Promise<void> {
  const { error, results } = await new Migrator({ db, provider: fromFiles }).migrateToLatest();
  if (!error) return;
  const failed = results?.find(each => each.status === 'Error')?.migrationName;
  throw new Error(whyNotMigrated(failed, codeOf(error)), { cause: error });
}
