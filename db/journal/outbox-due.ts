import type { Instant } from '#shared/calendar/dates.ts';
import type { OwedKind } from '#shared/desk/owed.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';

/** The first that waits on its lane. */
export interface DueEntry {
  readonly entryId: number;
  readonly kind: OwedKind;
  readonly subject: string;
  readonly lane: string;
  readonly tries: number;
  /** How often the backend itself failed over it. */
  readonly faults: number;
  readonly body: unknown;
}

/** Nothing is put off for longer; what is to wait until later was put off by a clock that ran ahead. */
const LONGEST_WAIT_MS = 15 * 60_000;

const heads = readQuery<
  Omit<DueEntry, 'body'> & { body: string },
  { now: number; longestWaitMs: number; most: number }
>(`
  SELECT entry_id AS entryId, kind, subject, lane, tries, faults, body
  FROM outbox
  WHERE entry_id IN (
      SELECT min(entry_id) FROM outbox WHERE sent_at IS NULL AND set_aside_at IS NULL GROUP BY lane)
    AND (next_try_at <= :now OR next_try_at > :now + :longestWaitMs)
  ORDER BY entry_id LIMIT :most`);

/**
 * What is to be sent now, the oldest first: of each lane the one entry before which nothing waits. What
 * was set aside holds nobody up, not even on its own lane.
 */
export function outboxDue(db: ReadDb, now: Instant, most = 20): DueEntry[] {
  const rows = heads.all(db, { now: Date.parse(now), longestWaitMs: LONGEST_WAIT_MS, most });
  return rows.map(row => ({ ...row, body: JSON.parse(row.body) }));
}
