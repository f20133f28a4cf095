import { createHmac } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Where a file of the desk lies and what it takes to open it. */
export interface FileOptions {
  readonly path: string;
  /** 64 hex digits; used as they are, no pass phrase to stretch. */
  readonly key: string;
  /** Folder of the numbered `.sql` files. */
  readonly migrations: string;
  /** SQLite's binary, where the packaged one does not fit the runtime. */
  readonly nativeBinding?: string | undefined;
}

const BUSY_TIMEOUT_MS = 1_500;

/**
 * The first 16 bytes of the file, derived from its key: a file that begins otherwise was made with
 * another key, while one that begins so and cannot be read is damaged.
 */
export function saltOf(key: string): string {
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update('remit-desk file');
  return mac.digest('hex').slice(0, 32);
}

function connect({ path, key, nativeBinding }: FileOptions, readonly: boolean): Database.Database {
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new RangeError('A file key has 64 hex digits.');
  const db = new Database(path, {
    readonly,
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding !== undefined && { nativeBinding }),
  });
  db.pragma(`cipher='sqlcipher'`);
  db.pragma(`key="x'${key}${saltOf(key)}'"`);
  return db;
}

/** Opens an encrypted file that must be there, without being able to change it. */
export function connectReadonly(options: FileOptions): Database.Database {
  return connect(options, true);
}

/** Opens an encrypted file for writing; a new one can be read by its owner alone. */
export function connectForWriting(options: FileOptions): Database.Database {
  if (!existsSync(options.path)) writeFileSync(options.path, '', { mode: 0o600, flag: 'wx' });
  const db = connect(options, false);
  db.pragma('temp_store = MEMORY');
  return db;
}
