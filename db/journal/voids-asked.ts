import type { Instant } from '#shared/calendar/dates.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery } from '../query.ts';
import { addAudit } from './audit.ts';

const ACTION = 'payment_void_asked';

/** After this the cut-off is long past: what was not voided by then never will be. */
const FOLLOWED_MS = 3 * 24 * 3_600_000;

const asked = readQuery<{ key: AttemptKey }, { action: string; since: number }>(`
  SELECT attempt_key AS key FROM payment_attempt
  WHERE state = 'approved' AND committed_at >= :since
    AND attempt_key IN (SELECT subject FROM local_audit WHERE action = :action)`);

/** Writes down that somebody wants a payment back, before the backend hears of it. */
export function addVoidAsked(db: WriteDb, key: AttemptKey, userId: string, at: Instant): void {
  addAudit(db, { at, userId, action: ACTION, subjectKind: 'payment_attempt', subject: key });
}

/** Attempts of the last days that stand as approved although somebody wanted them back. Reads the whole audit. */
export function voidsAsked(db: ReadDb, now: Instant): AttemptKey[] {
  const since = Date.parse(now) - FOLLOWED_MS;
  return asked.all(db, { action: ACTION, since }).map(({ key }) => key);
}
