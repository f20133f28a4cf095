import type Database from 'better-sqlite3';
import { guarded, JournalFailed, JournalRefused } from '../failures.ts';
import type { WriteDb } from '../handles.ts';
import { inspect } from '../inspect.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { connectForWriting, type FileOptions } from '../open.ts';

/** `RDJN` in the file's header. */
const JOURNAL_ID = 0x52_44_4a_4e;

function prepare(db: Database.Database, migrations: ReturnType<typeof readMigrations>): WriteDb {
  db.pragma('journal_mode = WAL');
  // A committed row survives a power failure: it is what the network is told about next.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`application_id = ${JOURNAL_ID}`);
  migrate(db, migrations);
  return db as WriteDb;
}

/**
 * Opens the journal, making or migrating it as needed. Throws `JournalRefused` and leaves the file
 * untouched when it is damaged, of a newer version, made with another key or locked by another process.
 */
export function openJournal(options: FileOptions): WriteDb {
  const migrations = readMigrations(options.migrations);
  const found = guarded(() => inspect(options, JOURNAL_ID, migrations.length));
  if (found !== 'nothing' && found !== 'usable') throw new JournalRefused(found, options.path);
  const db = guarded(() => connectForWriting(options));
  try {
    return guarded(() => prepare(db, migrations));
  } catch (failure) {
    db.close();
    const isLocked = failure instanceof JournalFailed && failure.reason === 'busy';
    throw isLocked ? new JournalRefused('locked', options.path, failure) : failure;
  }
}
