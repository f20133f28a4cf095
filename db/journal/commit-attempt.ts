import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import type { ChargedMethod } from '#shared/billing/payment-method.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { allocatedCents } from '#shared/payments/allocation.ts';
import type { WriteDb } from '../handles.ts';
import { inTransaction, writeQuery } from '../query.ts';
import { columnsOf } from './attempt-rows.ts';
import { addAudit } from './audit.ts';

/** A payment that was just confirmed. Neither a number nor a token is part of it. */
export type NewAttempt = Pick<
  Attempt,
  'key' | 'callId' | 'guarantorId' | 'amountCents' | 'committedAt'
> &
  Pick<PaymentOrder, 'allocation'> & {
    readonly method: ChargedMethod;
    /** What was agreed to; null for a card. */
    readonly authorisation: AchAuthorisation | null;
    /** What is kept and pays; null for what was captured. */
    readonly storedMethodId: string | null;
    readonly userId: string;
    /** A hash of the order without its token. */
    readonly orderFingerprint: string;
    /** When the resolver asks, if nothing was heard by then. */
    readonly nextTryAt: Instant;
  };

const insertAttempt = writeQuery(`
  INSERT INTO payment_attempt (
    attempt_key, call_id, guarantor_id, user_id, amount_cents, method_kind, brand, account_kind,
    bank_name, last4, authorisation, stored_method_id, split,
    order_fingerprint, state, committed_at, state_at, next_try_at)
  VALUES (
    :key, :callId, :guarantorId, :userId, :amountCents, :methodKind, :brand, :accountKind,
    :bankName, :last4, :authorisation, :storedMethodId, :split,
    :orderFingerprint, 'ready', :committedAt, :committedAt, :nextTryAt)`);

const insertAllocation = writeQuery(`
  INSERT INTO attempt_allocation (attempt_key, charge_id, amount_cents)
  VALUES (:key, :chargeId, :amountCents)`);

/**
 * Writes a confirmed payment with its allocations and an audit record, all or nothing, as `ready`.
 * Only after this has returned may the network hear of it. Throws a RangeError when a split by hand
 * does not add up to the amount.
 */
export function commitAttempt(db: WriteDb, attempt: NewAttempt): void {
  const { key, callId, guarantorId, userId, amountCents, method, allocation } = attempt;
  const parts = allocation === 'oldest_first' ? [] : allocation;
  if (allocation !== 'oldest_first' && allocatedCents(parts) !== amountCents) {
    throw new RangeError('The parts of a payment must add up to its amount.');
  }
  inTransaction(db, () => {
    insertAttempt.run(db, {
      key,
      callId,
      guarantorId,
      userId,
      amountCents,
      ...columnsOf(method),
      authorisation: attempt.authorisation && JSON.stringify(attempt.authorisation),
      storedMethodId: attempt.storedMethodId,
      split: allocation === 'oldest_first' ? 'oldest_first' : 'by_hand',
      orderFingerprint: attempt.orderFingerprint,
      committedAt: Date.parse(attempt.committedAt),
      nextTryAt: Date.parse(attempt.nextTryAt),
    });
    for (const part of parts) insertAllocation.run(db, { key, ...part });
    addAudit(db, {
      at: attempt.committedAt,
      userId,
      action: 'payment_confirmed',
      subjectKind: 'payment_attempt',
      subject: key,
    });
  });
}
