import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

export type OutboxKind = 'call_record';

/** Something this desk still owes the backend. `subject` is its key there. */
export interface OutboxEntry {
  readonly entryId: number;
  readonly kind: OutboxKind;
  readonly subject: string;
  readonly body: unknown;
  readonly createdAt: Instant;
  readonly tries: number;
}

type EntryRow = Omit<OutboxEntry, 'body' | 'createdAt'> & { body: string; createdAt: number };

const insert = writeQuery(`
  INSERT INTO outbox (kind, subject, body, created_at, next_try_at)
  VALUES (:kind, :subject, :body, :at, :at)
  ON CONFLICT (kind, subject) DO NOTHING`);

const due = readQuery<EntryRow, { now: number; most: number }>(`
  SELECT entry_id AS entryId, kind, subject, body, created_at AS createdAt, tries
  FROM outbox
  WHERE sent_at IS NULL AND set_aside_at IS NULL AND next_try_at <= :now
  ORDER BY entry_id LIMIT :most`);

const sent = writeQuery<{ entryId: number; at: number }>(`
  UPDATE outbox SET sent_at = :at, set_aside_at = NULL, last_error = NULL
  WHERE entry_id = :entryId`);

const failed = writeQuery<{ entryId: number; error: string; nextTryAt: number }>(`
  UPDATE outbox SET tries = tries + 1, last_error = :error, next_try_at = :nextTryAt
  WHERE entry_id = :entryId AND sent_at IS NULL`);

const hurry = writeQuery<{ now: number }>(`
  UPDATE outbox SET next_try_at = :now
  WHERE sent_at IS NULL AND set_aside_at IS NULL AND next_try_at > :now`);

const setAside = writeQuery<{ entryId: number; error: string; at: number }>(`
  UPDATE outbox SET tries = tries + 1, last_error = :error, set_aside_at = :at
  WHERE entry_id = :entryId AND sent_at IS NULL`);

const unsent = readQuery<{ count: number; oldestAt: number | null }>(
  'SELECT count(*) AS count, min(created_at) AS oldestAt FROM outbox WHERE sent_at IS NULL',
);

/** Owes the backend `body` under `subject`; the same subject twice changes nothing. */
export function putOutbox(
  db: WriteDb,
  entry: { kind: OutboxKind; subject: string; body: unknown; at: Instant },
): void {
  insert.run(db, {
    kind: entry.kind,
    subject: entry.subject,
    body: JSON.stringify(entry.body),
    at: Date.parse(entry.at),
  });
}

/** What is to be sent now, the oldest first. */
export function outboxDue(db: ReadDb, now: Instant, most = 20): OutboxEntry[] {
  const rows = due.all(db, { now: Date.parse(now), most });
  return rows.map(row => ({
    ...row,
    body: JSON.parse(row.body),
    createdAt: instantOf(row.createdAt),
  }));
}

/** The backend has it. */
export function markOutboxSent(db: WriteDb, entryId: number, at: Instant): void {
  sent.run(db, { entryId, at: Date.parse(at) });
}

/** It did not get there; `error` is a code, and it is tried again at `nextTryAt`. */
export function markOutboxFailed(
  db: WriteDb,
  entryId: number,
  { error, nextTryAt }: { error: string; nextTryAt: Instant },
): void {
  failed.run(db, { entryId, error, nextTryAt: Date.parse(nextTryAt) });
}

/** What waits for its next try is due now: what kept it from getting there is over. */
export function hurryOutbox(db: WriteDb, now: Instant): void {
  hurry.run(db, { now: Date.parse(now) });
}

/** The backend will never take it as it is: kept for a supervisor, counted as unsent, not tried again. */
export function setOutboxAside(db: WriteDb, entryId: number, error: string, at: Instant): void {
  setAside.run(db, { entryId, error, at: Date.parse(at) });
}

/** How much is unsent and since when; what was set aside counts too. */
export function unsentSummary(db: ReadDb): { count: number; oldestAt: Instant | null } {
  const { count, oldestAt } = unsent.get(db, {}) ?? { count: 0, oldestAt: null };
  return { count, oldestAt: oldestAt === null ? null : instantOf(oldestAt) };
}
