import { JournalFailed, sqliteCode } from '#db/failures.ts';
import type { SyncState } from '#shared/desk/sync-state.ts';

/** What is the matter with the file; null when it is something else. */
export function faultOfFile(failure: unknown): SyncState['trouble'] {
  if (failure instanceof JournalFailed) {
    if (failure.reason === 'disk_full') return 'disk_full';
    return failure.reason === 'busy' ? 'file_busy' : 'file_damaged';
  }
  // Whatever else SQLite says of a file that can be made anew: a table that is gone, a row that cannot be.
  return sqliteCode(failure) === undefined ? null : 'file_damaged';
}
