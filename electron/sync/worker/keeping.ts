import type { MirrorStanding } from '#db/cache/mirror-standing.ts';
import { pruneMirror } from '#db/cache/prune-mirror.ts';
import type { WriteDb } from '#db/handles.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A copy this old is of no more use than a new one, and holds people nobody asks after any more. */
const OLDEST_COPY_MS = 7 * DAY_MS;

/** Whether a copy is thrown away for its age. */
export function tooOld({ asOf, begunAt }: MirrorStanding, nowMs: number): boolean {
  const of = asOf ?? begunAt;
  return of !== null && nowMs - of > OLDEST_COPY_MS;
}

/** Lets go of what no bill shows any more, at most once a day. */
export function pruneDaily(): (db: WriteDb, nowMs: number) => void {
  let prunedAt = Number.NEGATIVE_INFINITY;
  return (db, nowMs) => {
    if (nowMs - prunedAt < DAY_MS) return;
    prunedAt = nowMs;
    pruneMirror(db, dateIn('UTC', instantOf(nowMs)));
  };
}
