import type { WriteDb } from '#db/handles.ts';
import {
  hurryOutbox,
  markOutboxFailed,
  markOutboxSent,
  pruneOutbox,
  retryOutbox,
  setOutboxAside,
  unsentSummary,
} from '#db/journal/outbox.ts';
import { type DueEntry, outboxDue } from '#db/journal/outbox-due.ts';
import { type UnsentEntry, unsentEntries } from '#db/journal/outbox-items.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { DeskState } from '#shared/desk/state.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import { waitBeforeSending } from './back-off.ts';

/** So long what was sent can still be looked up at the desk. */
const SENT_KEPT_MS = 30 * 86_400_000;

/** What the desk owes the backend, as the journal keeps it. */
export interface OutboxShelf {
  /** Of each lane what comes next, if its time has come. */
  due(most: number): DueEntry[];
  waiting(): UnsentEntry[];
  /** Makes everything due that waits for its next try. */
  hurry(): void;
  retry(entryId: number): void;
  sent(entryId: number): void;
  /** It is tried again after `waitMs`, or when the back-off says so. */
  failed(entry: DueEntry, error: string, waitMs: number | undefined): void;
  setAside(entryId: number, error: string): void;
  unsent(): DeskState['unsent'];
  /** Lets go of what was sent long ago. */
  prune(): void;
}

export function createOutboxShelf(journal: WriteDb, clock: Clock): OutboxShelf {
  return {
    due: most => outboxDue(journal, nowOf(clock), most),
    waiting: () => unsentEntries(journal),
    hurry: () => hurryOutbox(journal, nowOf(clock)),
    retry: entryId => retryOutbox(journal, entryId, nowOf(clock)),
    sent: entryId => markOutboxSent(journal, entryId, nowOf(clock)),
    failed({ entryId, tries }, error, waitMs = waitBeforeSending(tries)) {
      const nextTryAt = instantOf(clock.nowMs() + waitMs);
      markOutboxFailed(journal, entryId, { error, nextTryAt });
    },
    setAside: (entryId, error) => setOutboxAside(journal, entryId, error, nowOf(clock)),
    unsent: () => unsentSummary(journal),
    prune: () => pruneOutbox(journal, instantOf(clock.nowMs() - SENT_KEPT_MS)),
  };
}
