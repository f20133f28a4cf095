import type { WriteDb } from '#db/handles.ts';
import type { BackOff } from '../back-off.ts';
import type { Admission, FromSync, SyncPace } from '../messages.ts';
import type { CacheFile } from './cache-file.ts';
import type { Circles } from './circles.ts';
import type { Hearing } from './hearing.ts';
import type { Condition, Progress } from './progress.ts';
import type { Rest } from './rest.ts';

/** What the copy is kept with, and what is known of it besides its own row. */
export interface CopyParts {
  readonly backendUrl: string;
  readonly pace: SyncPace;
  readonly file: CacheFile;
  readonly condition: Condition;
  readonly circles: Circles;
  readonly backOff: BackOff;
  readonly hearing: Hearing;
  readonly progress: Progress;
  readonly prune: (db: WriteDb, nowMs: number) => void;
  readonly tell: (message: FromSync) => void;
  admission: Admission | undefined;
  /** The admission whose copy the file is; 0 while it is nobody's. */
  readyFor: number;
  /** The admission for which the scope was refused. */
  scopeRefusedFor: number;
  /** How often the file was made anew for its faults since the copy was last up to date. */
  renewals: number;
}

/** The backend gave no page: asks again later, and not because somebody says there is news. */
export function failed({ backOff, condition }: CopyParts, atLeastMs = 0): Rest {
  condition.isReached = false;
  return { ms: Math.max(backOff.next(), atLeastMs), hears: false };
}
