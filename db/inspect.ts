import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { sqliteCode } from './failures.ts';
import { connectReadonly, type FileOptions, saltOf } from './open.ts';

/** What is found at a path before anything is written there. */
export type Found = 'nothing' | 'usable' | 'newer' | 'corrupt' | 'wrong_key' | 'locked';

/** Bytes 16 to 23 of the header, which stay readable under the cipher: page size 4096, fixed fractions. */
function looksEncrypted(header: Buffer): boolean {
  return (
    header.readUInt16BE(16) === 4096 && header[21] === 64 && header[22] === 32 && header[23] === 32
  );
}

function unreadable({ path, key }: FileOptions): Found {
  const header = Buffer.alloc(24);
  const file = openSync(path, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  const isOurs = header.subarray(0, 16).toString('hex') === saltOf(key);
  const isPlain = header.subarray(0, 15).toString() === 'SQLite format 3';
  return !isOurs && !isPlain && looksEncrypted(header) ? 'wrong_key' : 'corrupt';
}

/**
 * Looks at a file through a connection that cannot write: whether the key fits, every page can be read,
 * it is the kind of file that `applicationId` names and no newer than `version`.
 */
export function inspect(options: FileOptions, applicationId: number, version: number): Found {
  if (!existsSync(options.path) || statSync(options.path).size === 0) return 'nothing';
  try {
    const db = connectReadonly(options);
    try {
      const found = db.pragma('user_version', { simple: true }) as number;
      const kind = db.pragma('application_id', { simple: true });
      if (kind !== applicationId && !(kind === 0 && found === 0)) return 'corrupt';
      if (found > version) return 'newer';
      return db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'usable' : 'corrupt';
    } finally {
      db.close();
    }
  } catch (failure) {
    const code = sqliteCode(failure);
    if (code === undefined) throw failure;
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
    return unreadable(options);
  }
}
