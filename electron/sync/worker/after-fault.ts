import { JournalFailed, sqliteCode } from '#db/failures.ts';
import type { SyncState } from '#shared/desk/sync-state.ts';
import { logFailure } from '../../log/log.ts';
import { type CopyParts, failed } from './copy-parts.ts';
import { renewCopy } from './make-ready.ts';
import { atOnce, type Rest } from './rest.ts';

const MOST_RENEWALS = 3;

/** What is the matter with the file; null when it is something else. */
function faultOfFile(failure: unknown): SyncState['trouble'] {
  if (failure instanceof JournalFailed) {
    if (failure.reason === 'disk_full') return 'disk_full';
    return failure.reason === 'busy' ? 'file_busy' : 'file_damaged';
  }
  // Whatever else SQLite says of a file that can be made anew: a table that is gone, a row that cannot be.
  return sqliteCode(failure) === undefined ? null : 'file_damaged';
}

/** Goes on after something broke: a file that is damaged is made anew, a few times. */
export async function afterFault(copy: CopyParts, failure: unknown): Promise<Rest> {
  const fault = faultOfFile(failure);
  if (fault === null) logFailure('sync', failure);
  if (fault === 'file_damaged' && copy.renewals < MOST_RENEWALS) {
    copy.renewals += 1;
    try {
      await renewCopy(copy);
      return atOnce;
    } catch (again) {
      logFailure('sync', again);
    }
  }
  copy.condition.trouble = fault;
  return failed(copy, fault === 'file_damaged' ? copy.pace.longestWaitMs : 0);
}
