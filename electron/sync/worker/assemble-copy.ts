import { createBackOff } from '../back-off.ts';
import type { FromSync, SyncStart } from '../messages.ts';
import { createCacheFile } from './cache-file.ts';
import { createCircles } from './circles.ts';
import type { CopyParts } from './copy-parts.ts';
import { createHearing } from './hearing.ts';
import { pruneDaily } from './keeping.ts';
import { type Condition, createProgress } from './progress.ts';

/**
 * Puts together what the copy is kept with. `onNews` hears that the backend has something, `renew` that
 * everything is to be forgotten; `waitFor` is
 * given what to run once the main process has closed its connection.
 */
export function assembleCopy(
  { backendUrl, pace, file: options }: SyncStart,
  tell: (message: FromSync) => void,
  onNews: () => void,
  renew: () => void,
  waitFor: (run: () => void) => void,
): CopyParts {
  const condition: Condition = {
    isWanted: false,
    isPaused: false,
    isReached: false,
    isOtherVersion: false,
    trouble: null,
  };
  const copy: CopyParts = {
    backendUrl,
    pace,
    tell,
    condition,
    file: createCacheFile({
      options,
      mostBytes: pace.mostBytes,
      opened: rebuilt => tell({ kind: 'opened', rebuilt }),
      release: () =>
        new Promise(resolve => {
          waitFor(resolve);
          tell({ kind: 'release' });
        }),
    }),
    circles: createCircles(),
    backOff: createBackOff(pace.firstWaitMs, pace.longestWaitMs),
    hearing: createHearing(backendUrl, pace, kind => {
      const { admission } = copy;
      if (kind === 'changed') tell({ kind: 'changed' });
      if (kind === 'wipe') renew();
      if (kind === 'session' && admission) tell({ kind: 'askSession', token: admission.token });
      onNews();
    }),
    progress: createProgress(condition, (admission, state) =>
      tell({ kind: 'state', admission, state }),
    ),
    prune: pruneDaily(),
    admission: undefined,
    readyFor: 0,
    scopeRefusedFor: 0,
    renewals: 0,
  };
  return copy;
}
