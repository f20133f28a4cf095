import { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { Allocation } from '#shared/payments/allocation.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';
import { type AttemptRow, attemptColumns, attemptOf } from './attempt-rows.ts';

const isOpen = `state IN ('ready', 'sent', 'unknown')`;

const one = readQuery<AttemptRow, { key: string }>(
  `SELECT ${attemptColumns} FROM payment_attempt WHERE attempt_key = :key`,
);

const ofCall = readQuery<AttemptRow, { callId: string }>(`
  SELECT ${attemptColumns} FROM payment_attempt WHERE call_id = :callId
  ORDER BY committed_at, attempt_key`);

const open = readQuery<AttemptRow>(`
  SELECT ${attemptColumns} FROM payment_attempt WHERE ${isOpen} ORDER BY committed_at, attempt_key`);

/** Nothing is put off for longer; what is to wait until later was put off by a clock that ran ahead. */
const LONGEST_WAIT_MS = 2 * 60_000;

const due = readQuery<AttemptRow, { now: number; longestWaitMs: number }>(`
  SELECT ${attemptColumns} FROM payment_attempt
  WHERE ${isOpen} AND (next_try_at <= :now OR next_try_at > :now + :longestWaitMs)
  ORDER BY next_try_at, attempt_key`);

const tries = readQuery<{ tries: number }, { key: string }>(
  'SELECT tries FROM payment_attempt WHERE attempt_key = :key',
);

const allocations = readQuery<Allocation, { key: string }>(`
  SELECT charge_id AS chargeId, amount_cents AS amountCents
  FROM attempt_allocation WHERE attempt_key = :key ORDER BY charge_id`);

const authorisation = readQuery<{ authorisation: string | null }, { key: string }>(
  'SELECT authorisation FROM payment_attempt WHERE attempt_key = :key',
);

const history = readQuery<{ state: PaymentState; at: number }, { key: string }>(`
  SELECT to_state AS state, at FROM attempt_state_change
  WHERE attempt_key = :key ORDER BY change_id`);

/** One attempt; undefined when this desk never made it. */
export function readAttempt(db: ReadDb, key: AttemptKey): Attempt | undefined {
  const row = one.get(db, { key });
  return row && attemptOf(row);
}

/** The attempts of a call in the order they were confirmed. */
export function attemptsOfCall(db: ReadDb, callId: string): Attempt[] {
  return ofCall.all(db, { callId }).map(attemptOf);
}

/** Every attempt of this desk whose outcome is not known yet. */
export function openAttempts(db: ReadDb): Attempt[] {
  return open.all(db, {}).map(attemptOf);
}

/** The open attempts that are to be asked after by `now`. */
export function attemptsDue(db: ReadDb, now: Instant): Attempt[] {
  const given = { now: Date.parse(now), longestWaitMs: LONGEST_WAIT_MS };
  return due.all(db, given).map(attemptOf);
}

/** How often this attempt was asked after in vain. */
export function triesOf(db: ReadDb, key: AttemptKey): number {
  return tries.get(db, { key })?.tries ?? 0;
}

/** The split that was chosen by hand; empty when the oldest charges are paid first. */
export function allocationsOf(db: ReadDb, key: AttemptKey): Allocation[] {
  return allocations.all(db, { key });
}

/** What the caller agreed to for this debit; undefined when it charged a card. */
export function authorisationOf(db: ReadDb, key: AttemptKey): AchAuthorisation | undefined {
  const json = authorisation.get(db, { key })?.authorisation;
  return json == null ? undefined : AchAuthorisation.parse(JSON.parse(json));
}

/** Every state the attempt has been in, in order. */
export function attemptHistory(
  db: ReadDb,
  key: AttemptKey,
): { state: PaymentState; at: Instant }[] {
  return history.all(db, { key }).map(({ state, at }) => ({ state, at: instantOf(at) }));
}
