import type { WriteDb } from '#db/handles.ts';
import {
  hurryOutbox,
  markOutboxFailed,
  markOutboxSent,
  outboxDue,
  setOutboxAside,
  unsentSummary,
} from '#db/journal/outbox.ts';
import { CallRecord } from '#shared/billing/call-record.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { DeskState } from '#shared/desk/state.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import { waitBeforeAsking } from '../payments/waits.ts';

export interface OwedRecord {
  readonly entryId: number;
  readonly tries: number;
  /** Undefined when what was kept is no record by today's shape. */
  readonly record: CallRecord | undefined;
}

/** What the desk owes the backend, as the journal keeps it. */
export interface OutboxShelf {
  due(): OwedRecord[];
  /** Makes everything due that waits for its next try. */
  hurry(): void;
  sent(entryId: number): void;
  failed(entryId: number, tries: number, error: string): void;
  setAside(entryId: number, error: string): void;
  unsent(): DeskState['unsent'];
}

export function createOutboxShelf(journal: WriteDb, clock: Clock): OutboxShelf {
  return {
    due: () =>
      outboxDue(journal, nowOf(clock)).map(({ entryId, tries, body }) => ({
        entryId,
        tries,
        record: CallRecord.safeParse(body).data,
      })),
    hurry: () => hurryOutbox(journal, nowOf(clock)),
    sent: entryId => markOutboxSent(journal, entryId, nowOf(clock)),
    failed(entryId, tries, error) {
      const nextTryAt = instantOf(clock.nowMs() + waitBeforeAsking(tries + 1));
      markOutboxFailed(journal, entryId, { error, nextTryAt });
    },
    setAside: (entryId, error) => setOutboxAside(journal, entryId, error, nowOf(clock)),
    unsent: () => unsentSummary(journal),
  };
}
