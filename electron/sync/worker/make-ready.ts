import { mirrorStanding, moveMirror } from '#db/cache/mirror-standing.ts';
import { type Admission, scopeOf } from '../messages.ts';
import type { CopyParts } from './copy-parts.ts';
import { tooOld } from './keeping.ts';

/** Forgets everything and begins anew for whoever is admitted. */
export async function renewCopy(copy: CopyParts): Promise<void> {
  copy.readyFor = 0;
  copy.progress.show(copy.admission?.number ?? 0, undefined);
  const db = await copy.file.renew();
  copy.circles.forget();
  if (copy.admission) moveMirror(db, { scope: scopeOf(copy.admission) });
}

/** Makes the file the copy of whoever was admitted: what was kept for somebody else goes first. */
export async function makeReady(copy: CopyParts, mine: Admission): Promise<void> {
  const now = mirrorStanding(copy.file.open());
  if (now.scope !== scopeOf(mine) || tooOld(now, mine.nowMs)) await renewCopy(copy);
  // Somebody else may have signed in while the file was waited for.
  if (mine !== copy.admission) return;
  const db = copy.file.open();
  copy.prune(db, mine.nowMs);
  copy.readyFor = mine.number;
  copy.condition.isReached = mirrorStanding(db).asOf === null;
  copy.tell({ kind: 'ready', admission: mine.number });
}
