import type { WriteDb } from '#db/handles.ts';
import { addCallEvent } from '#db/journal/call-events.ts';
import { commitAttempt, type NewAttempt } from '#db/journal/commit-attempt.ts';
import { askLater, followAttempt, moveAttempt } from '#db/journal/move-attempt.ts';
import {
  allocationsOf,
  attemptsDue,
  attemptsOfCall,
  authorisationOf,
  openAttempts,
  readAttempt,
  triesOf,
} from '#db/journal/payment-attempts.ts';
import { inTransaction } from '#db/query.ts';
import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import type { Payment } from '#shared/billing/payment.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import type { Allocation } from '#shared/payments/allocation.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { Refused } from '../desk/refused.ts';
import { waitBeforeAsking } from './waits.ts';

/** The payment attempts of this desk: every step is committed to the journal before anything follows it. */
export interface AttemptBook {
  commit(attempt: Omit<NewAttempt, 'nextTryAt'>): void;
  read(key: AttemptKey): Attempt | undefined;
  mustRead(key: AttemptKey): Attempt;
  ofCall(callId: string): Attempt[];
  allocationsOf(key: AttemptKey): Allocation[];
  authorisationOf(key: AttemptKey): AchAuthorisation | undefined;
  /** Every attempt whose outcome is open. */
  open(): Attempt[];
  openFor(guarantorId: string): Attempt[];
  /** Open ones whose time to be asked after has come. */
  due(): Attempt[];
  markSent(key: AttemptKey): void;
  markUnknown(key: AttemptKey): void;
  /** Nothing was charged and nothing will be; `refusal` says why where the backend did. */
  markNotCharged(key: AttemptKey, refusal: RefusalReason | null): void;
  /** What the backend says became of it. */
  markTruth(key: AttemptKey, payment: Payment): void;
  /** A supervisor lets another payment start beside it, says the backend; remembered until the desk ends. */
  noteOverride(key: AttemptKey, overriddenAt: Instant): void;
  askLater(key: AttemptKey): void;
}

export function createAttemptBook(journal: WriteDb, clock: Clock, news: News): AttemptBook {
  const now = () => nowOf(clock);
  const changed = () => {
    for (const event of ['call', 'desk', 'balance'] as const) news.tell(event);
  };
  const overrides = new Map<AttemptKey, Instant>();
  const seen = (attempt: Attempt): Attempt => ({
    ...attempt,
    overriddenAt: overrides.get(attempt.key) ?? null,
  });
  const read = (key: AttemptKey) => {
    const attempt = readAttempt(journal, key);
    return attempt && seen(attempt);
  };
  const open = () => openAttempts(journal).map(seen);
  const later = (tries: number) => instantOf(clock.nowMs() + waitBeforeAsking(tries));
  /** The step and its line in the call's log, both or neither. */
  const step = (key: AttemptKey, take: (at: Instant) => void) => {
    const at = now();
    inTransaction(journal, () => {
      take(at);
      const attempt = readAttempt(journal, key);
      if (!attempt) throw new Refused('payment_not_found');
      const kind = attempt.state === 'voided' ? 'voided' : 'payment';
      addCallEvent(journal, attempt.callId, { at, kind, about: attempt.state });
    });
    changed();
  };
  return {
    commit(attempt) {
      commitAttempt(journal, { ...attempt, nextTryAt: later(0) });
      changed();
    },
    read,
    mustRead(key) {
      const attempt = read(key);
      if (!attempt) throw new Refused('payment_not_found');
      return attempt;
    },
    ofCall: callId => attemptsOfCall(journal, callId).map(seen),
    allocationsOf: key => allocationsOf(journal, key),
    authorisationOf: key => authorisationOf(journal, key),
    open,
    openFor: guarantorId => open().filter(attempt => attempt.guarantorId === guarantorId),
    due: () => attemptsDue(journal, now()),
    markSent: key => void moveAttempt(journal, key, 'sent', {}, now()),
    markUnknown: key => step(key, at => void moveAttempt(journal, key, 'unknown', {}, at)),
    markNotCharged: (key, refusal) =>
      step(key, at => void moveAttempt(journal, key, 'not_charged', { refusal }, at)),
    markTruth: (key, { state, decline, confirmation, postingOn }) =>
      step(key, at => {
        followAttempt(journal, key, state, { decline, confirmation, postingOn }, at);
      }),
    noteOverride(key, overriddenAt) {
      if (overrides.has(key)) return;
      overrides.set(key, overriddenAt);
      changed();
    },
    askLater: key => askLater(journal, key, later(triesOf(journal, key) + 1)),
  };
}
