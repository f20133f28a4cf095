import { applyPage, type CheckedPage } from '#db/cache/apply-page.ts';
import { indexMirror } from '#db/cache/mirror-indexes.ts';
import { type MirrorStanding, moveMirror } from '#db/cache/mirror-standing.ts';
import type { Admission } from '../messages.ts';
import { type CopyParts, failed } from './copy-parts.ts';
import { renewCopy } from './make-ready.ts';
import { atOnce, type Rest } from './rest.ts';

/** A page that does not lead on is named; the copy is renewed once, and then left as it is. */
async function goneInCircles(copy: CopyParts, now: MirrorStanding, what: string): Promise<Rest> {
  moveMirror(copy.file.open(), { refusedCount: now.refusedCount + 1, refusedLast: what });
  const verdict = copy.circles.again();
  if (verdict === 'wait') return failed(copy);
  if (verdict === 'renew') {
    await renewCopy(copy);
    return atOnce;
  }
  copy.condition.trouble = 'feed_in_circles';
  return failed(copy, copy.pace.longestWaitMs);
}

/** Applies a page that goes on where the copy stands, and says when to ask for the next. */
export async function takePage(
  copy: CopyParts,
  mine: Admission,
  page: CheckedPage,
  now: MirrorStanding,
): Promise<Rest> {
  const { circles, condition, pace } = copy;
  if (page.since !== now.cursor) {
    return await goneInCircles(copy, now, 'page: does not begin where the copy ends');
  }
  if (circles.leadsBack(page)) return await goneInCircles(copy, now, 'page: leads nowhere new');
  const db = copy.file.open();
  applyPage(db, page, pace.mostRows);
  circles.passed(page);
  copy.backOff.reset();
  // With pages still to come, a copy that was whole once is behind, and says so.
  const isReached = !page.more || now.asOf === null;
  Object.assign(condition, { isReached, isOtherVersion: false, trouble: null });
  copy.hearing.listen(mine.token);
  if (page.more) return atOnce;
  copy.renewals = 0;
  if (!now.isIndexed) {
    indexMirror(db);
    copy.file.checkpoint();
  }
  copy.prune(db, page.asOf);
  return { ms: pace.pollMs, hears: true };
}
