import { boundCache, checkpointCache, openCache, removeCache } from '#db/cache/open-cache.ts';
import type { WriteDb } from '#db/handles.ts';
import type { FileOptions } from '#db/open.ts';

/** The one writer of `cache.db`. */
export interface CacheFile {
  /** The open file; opens, makes or replaces it first. Throws what SQLite says when it cannot. */
  open(): WriteDb;
  /** The file if it is open. */
  current(): WriteDb | undefined;
  /** Deletes the file once nobody reads it any more, and makes it anew. */
  renew(): Promise<WriteDb>;
  /** Carries the write-ahead log over into the file and empties it. */
  checkpoint(): void;
  close(): void;
}

interface Parts {
  readonly options: FileOptions;
  readonly mostBytes: number;
  /** Asks the main process to close its connection; settles when it has. */
  readonly release: () => Promise<void>;
  readonly opened: (rebuilt: boolean) => void;
}

export function createCacheFile({ options, mostBytes, release, opened }: Parts): CacheFile {
  let db: WriteDb | undefined;

  function close(): void {
    db?.close();
    db = undefined;
  }

  function open(): WriteDb {
    if (db) return db;
    const found = openCache(options);
    db = found.db;
    boundCache(db, mostBytes);
    opened(found.rebuilt);
    return db;
  }

  return {
    open,
    current: () => db,
    async renew() {
      close();
      await release();
      removeCache(options);
      return open();
    },
    checkpoint() {
      if (db) checkpointCache(db);
    },
    close,
  };
}
