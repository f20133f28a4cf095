import { openCacheForReading } from '#db/cache/open-cache.ts';
import { JournalFailed } from '#db/failures.ts';
import type { ReadDb } from '#db/handles.ts';
import type { FileOptions } from '#db/open.ts';
import { logFailure } from '../log/log.ts';

/** The main process's own connection to `cache.db`, which cannot write. */
export interface CopyReader {
  /** Opens the file, which is now of this scope. */
  open(scope: string): void;
  /** What scope is read; undefined while nothing is. */
  scope(): string | undefined;
  close(): void;
  /** Reads; undefined when there is nothing to be read or the file cannot be. */
  read<Value>(look: (cache: ReadDb) => Value): Value | undefined;
}

export function createCopyReader(options: FileOptions, onDamage: () => void): CopyReader {
  let reading: { readonly db: ReadDb; readonly scope: string } | undefined;

  function close(): void {
    reading?.db.close();
    reading = undefined;
  }

  function failed(failure: unknown): undefined {
    if (!(failure instanceof JournalFailed)) throw failure;
    logFailure('copy', failure);
    if (failure.reason === 'io') onDamage();
    return undefined;
  }

  return {
    open(scope) {
      if (reading?.scope === scope) return;
      close();
      try {
        reading = { db: openCacheForReading(options), scope };
      } catch (failure) {
        failed(failure);
      }
    },
    scope: () => reading?.scope,
    close,
    read(look) {
      if (!reading) return undefined;
      try {
        return look(reading.db);
      } catch (failure) {
        return failed(failure);
      }
    },
  };
}
