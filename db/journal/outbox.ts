import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { OwedKind } from '#shared/desk/owed.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

/** Something to be owed. `subject` is its key at the backend; what shares a `lane` is sent in order. */
export interface NewEntry {
  readonly kind: OwedKind;
  readonly subject: string;
  readonly lane: string;
  readonly userId: string;
  readonly callId: string;
  readonly body: unknown;
  readonly at: Instant;
}

const insert = writeQuery(`
  INSERT INTO outbox (kind, subject, lane, user_id, call_id, body, created_at, next_try_at)
  VALUES (:kind, :subject, :lane, :userId, :callId, :body, :at, :at)
  ON CONFLICT (kind, subject) DO NOTHING`);

const sent = writeQuery<{ entryId: number; at: number }>(`
  UPDATE outbox SET sent_at = :at, set_aside_at = NULL, last_error = NULL
  WHERE entry_id = :entryId`);

const failed = writeQuery<{ entryId: number; error: string; nextTryAt: number }>(`
  UPDATE outbox SET tries = tries + 1, last_error = :error, next_try_at = :nextTryAt,
    faults = faults + (:error = 'internal')
  WHERE entry_id = :entryId AND sent_at IS NULL`);

const hurry = writeQuery<{ now: number }>(`
  UPDATE outbox SET next_try_at = :now
  WHERE sent_at IS NULL AND set_aside_at IS NULL AND next_try_at > :now`);

const setAside = writeQuery<{ entryId: number; error: string; at: number }>(`
  UPDATE outbox SET tries = tries + 1, last_error = :error, set_aside_at = :at
  WHERE entry_id = :entryId AND sent_at IS NULL`);

const again = writeQuery<{ entryId: number; now: number }>(`
  UPDATE outbox SET set_aside_at = NULL, next_try_at = :now, faults = 0
  WHERE entry_id = :entryId AND sent_at IS NULL`);

const prune = writeQuery<{ before: number }>(
  'DELETE FROM outbox WHERE sent_at IS NOT NULL AND sent_at < :before',
);

const unsent = readQuery<{ count: number; oldestAt: number | null }>(
  'SELECT count(*) AS count, min(created_at) AS oldestAt FROM outbox WHERE sent_at IS NULL',
);

/** Owes the backend `body` under `subject`; the same subject twice changes nothing. */
export function putOutbox(db: WriteDb, { body, at, ...entry }: NewEntry): void {
  insert.run(db, { ...entry, body: JSON.stringify(body), at: Date.parse(at) });
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

/** The backend will not take it as it is: kept and shown, counted as unsent, tried when somebody asks. */
export function setOutboxAside(db: WriteDb, entryId: number, error: string, at: Instant): void {
  setAside.run(db, { entryId, error, at: Date.parse(at) });
}

/** Somebody wants it tried again: it is due now, before what came after it on its lane. */
export function retryOutbox(db: WriteDb, entryId: number, now: Instant): void {
  again.run(db, { entryId, now: Date.parse(now) });
}

/** Lets go of what was sent before then. What is unsent stays, however old. */
export function pruneOutbox(db: WriteDb, before: Instant): void {
  prune.run(db, { before: Date.parse(before) });
}

/** How much is unsent and since when; what was set aside counts too. */
export function unsentSummary(db: ReadDb): { count: number; oldestAt: Instant | null } {
  const { count, oldestAt } = unsent.get(db, {}) ?? { count: 0, oldestAt: null };
  return { count, oldestAt: oldestAt === null ? null : instantOf(oldestAt) };
}
