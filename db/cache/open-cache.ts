import { rmSync } from 'node:fs';
import { guarded, JournalFailed } from '../failures.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { inspect } from '../inspect.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { connectForWriting, connectReadonly, type FileOptions } from '../open.ts';

/** `RDCA` in the file's header. */
const CACHE_ID = 0x52_44_43_41;

/** How long the write-ahead log grows before it is carried over into the file: 16 MB. */
const WAL_PAGES = 4_096;

function open(options: FileOptions, migrations: ReturnType<typeof readMigrations>): WriteDb {
  const db = connectForWriting(options);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    db.pragma(`journal_size_limit = ${WAL_PAGES * 4096}`);
    db.pragma('foreign_keys = ON');
    db.pragma(`application_id = ${CACHE_ID}`);
    migrate(db, migrations);
    return db as WriteDb;
  } catch (failure) {
    db.close();
    throw failure;
  }
}

/** Lets the file grow no further than this many bytes: what would, fails as on a full disk. */
export function boundCache(db: WriteDb, bytes: number): void {
  db.pragma(`max_page_count = ${Math.ceil(bytes / 4096)}`);
}

/** Carries the write-ahead log over into the file and empties it. */
export function checkpointCache(db: WriteDb): void {
  guarded(() => db.pragma('wal_checkpoint(TRUNCATE)'));
}

/** Removes the file. Nobody may have it open: Windows would refuse. */
export function removeCache({ path }: Pick<FileOptions, 'path'>): void {
  // A virus scanner may hold a file for a moment; without `recursive` nothing is tried again.
  const patiently = { force: true, recursive: true, maxRetries: 10, retryDelay: 50 } as const;
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, patiently);
}

/** Opens a cache that is in use for reading beside its one writer. */
export function openCacheForReading(options: FileOptions): ReadDb {
  return guarded(() => connectReadonly(options)) as ReadDb;
}

/**
 * Opens the cache. Everything in it can be fetched again, so a file that is damaged, foreign, newer or
 * made with another key is thrown away and made anew; `rebuilt` says so.
 */
export function openCache(options: FileOptions): { db: WriteDb; rebuilt: boolean } {
  const migrations = readMigrations(options.migrations);
  return guarded(() => {
    const found = inspect(options, CACHE_ID, migrations.length);
    if (found === 'locked') throw new JournalFailed('busy', undefined);
    const rebuilt = found !== 'nothing' && found !== 'usable';
    if (rebuilt) removeCache(options);
    return { db: open(options, migrations), rebuilt };
  });
}
