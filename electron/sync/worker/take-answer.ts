import type { MirrorStanding } from '#db/cache/mirror-standing.ts';
import type { Admission } from '../messages.ts';
import type { PageAnswer } from './ask-page.ts';
import { type CopyParts, failed } from './copy-parts.ts';
import { renewCopy } from './make-ready.ts';
import { atOnce, type Rest, untilTold } from './rest.ts';
import { takePage } from './take-page.ts';

type Refusal = Extract<PageAnswer, { kind: 'refused' }>;

/** Waiting longer than this for a backend that asks for it helps nobody. */
const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

async function takeRefusal(
  copy: CopyParts,
  mine: Admission,
  { code, retryAfterMs }: Refusal,
  isEmpty: boolean,
): Promise<Rest> {
  switch (code) {
    case 'wipe_ordered':
      await renewCopy(copy);
      return isEmpty ? failed(copy) : atOnce;
    case 'cursor_refused':
      if (isEmpty) return failed(copy);
      await renewCopy(copy);
      return atOnce;
    case 'scope_changed':
      if (copy.scopeRefusedFor !== mine.number) await renewCopy(copy);
      copy.scopeRefusedFor = mine.number;
      copy.tell({ kind: 'askSession', token: mine.token });
      return failed(copy);
    case 'signed_out':
      copy.tell({ kind: 'askSession', token: mine.token });
      copy.hearing.end();
      copy.condition.isReached = false;
      // Asked again: who is signed in may not have been answered either.
      return failed(copy);
    case 'not_allowed':
      copy.hearing.end();
      copy.condition.isWanted = false;
      return untilTold;
    case 'protocol_mismatch':
      copy.condition.isOtherVersion = true;
      return failed(copy, copy.pace.longestWaitMs);
    default:
      return failed(copy, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS));
  }
}

/** Does what an answer to a question for changes asks for; gives how long to rest after it. */
export async function takeAnswer(
  copy: CopyParts,
  mine: Admission,
  answer: PageAnswer,
  now: MirrorStanding,
): Promise<Rest> {
  switch (answer.kind) {
    case 'page':
      return await takePage(copy, mine, answer.page, now);
    case 'refused':
      return await takeRefusal(copy, mine, answer, now.cursor === null);
    case 'other_version':
      copy.condition.isOtherVersion = true;
      return failed(copy, copy.pace.longestWaitMs);
    default:
      return failed(copy);
  }
}
