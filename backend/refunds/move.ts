import { sql } from 'kysely';
import type { RefundKey } from '#shared/billing/refund.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { RefundState } from '#shared/payments/refund-states.ts';
import type { Database } from '../database/connect.ts';

/** Moves a refund on; the database refuses a move that is not in the table. */
export async function moveRefund(
  db: Database,
  refundKey: RefundKey,
  to: RefundState,
  { why = null, now, leaseMs }: { why?: string | null; now: number; leaseMs?: number },
): Promise<void> {
  const claimedUntil = leaseMs === undefined ? null : instantOf(now + leaseMs);
  await sql`UPDATE refund SET state = ${to}, state_at = ${instantOf(now)}, state_why = ${why},
    claimed_until = ${claimedUntil}::timestamptz WHERE refund_key = ${refundKey}`.execute(db);
}

/**
 * Approves a refund; one of a card is committed as sent in the same transaction, before the processor hears
 * of it. Any other stays approved until whoever pays by its method takes it.
 */
export async function approveRefund(
  db: Database,
  refund: { readonly refundKey: RefundKey; readonly methodKind: string },
  { why, now, leaseMs }: { why: string | null; now: number; leaseMs: number },
): Promise<void> {
  await moveRefund(db, refund.refundKey, 'approved', { why, now });
  if (refund.methodKind === 'card') {
    await moveRefund(db, refund.refundKey, 'sent', { now, leaseMs });
  }
}
