import type { Instant } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { movesBetween, type PaymentState } from '#shared/payments/states.ts';
import { MoveRefused } from '../failures.ts';
import type { WriteDb } from '../handles.ts';
import { inTransaction, writeQuery } from '../query.ts';
import { readAttempt } from './payment-attempts.ts';

/** What became known with a move; what is left out stays as it was. */
export type AttemptFacts = Partial<
  Pick<Attempt, 'refusal' | 'decline' | 'confirmation' | 'postingOn'>
>;

const move = writeQuery(`
  UPDATE payment_attempt
  SET state = :to, state_at = :at,
      sent_at = CASE :to WHEN 'sent' THEN :at ELSE sent_at END,
      refusal = :refusal, decline = :decline, confirmation = :confirmation, posting_on = :postingOn
  WHERE attempt_key = :key`);

const later = writeQuery<{ key: string; nextTryAt: number }>(`
  UPDATE payment_attempt SET tries = tries + 1, next_try_at = :nextTryAt WHERE attempt_key = :key`);

/**
 * Moves an attempt one step and gives it as it is then. The database refuses what the table of moves
 * does not hold (`MoveRefused`); an attempt this desk never made is a RangeError.
 */
export function moveAttempt(
  db: WriteDb,
  key: AttemptKey,
  to: PaymentState,
  facts: AttemptFacts,
  at: Instant,
): Attempt {
  return inTransaction(db, () => {
    const before = readAttempt(db, key);
    if (!before) throw new RangeError(`This desk never made attempt ${key}.`);
    const { refusal, decline, confirmation, postingOn } = { ...before, ...facts };
    move.run(db, { key, to, at: Date.parse(at), refusal, decline, confirmation, postingOn });
    return readAttempt(db, key) ?? before;
  });
}

/**
 * Brings an attempt to a state that the backend tells, through every state in between: while this desk
 * was off a payment may have been approved, posted and settled. Nothing is written when no moves lead there.
 */
export function followAttempt(
  db: WriteDb,
  key: AttemptKey,
  to: PaymentState,
  facts: AttemptFacts,
  at: Instant,
): Attempt {
  return inTransaction(db, () => {
    const before = readAttempt(db, key);
    if (!before) throw new RangeError(`This desk never made attempt ${key}.`);
    const steps = movesBetween(before.state, to);
    if (!steps) throw new MoveRefused(new Error(`No moves lead from ${before.state} to ${to}.`));
    return steps.reduce((_, step) => moveAttempt(db, key, step, facts, at), before);
  });
}

/** Asked in vain: ask again at `nextTryAt`. */
export function askLater(db: WriteDb, key: AttemptKey, nextTryAt: Instant): void {
  later.run(db, { key, nextTryAt: Date.parse(nextTryAt) });
}
