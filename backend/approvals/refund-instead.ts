import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { RefundKey } from '#shared/billing/refund.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { moveRefund } from '../refunds/move.ts';
import { refundableCents, refundableParts } from '../refunds/refundable.ts';

interface Approved {
  readonly requestId: string;
  readonly methodKind: string;
  readonly decidedWhy: string;
  readonly isSettled: boolean;
}

/**
 * The refund of the whole that takes a late void's place, with its two signatures. It stays approved until the payment
 * has settled; of a card that has, it is committed as sent. Gives the key of what the processor is to be asked for.
 */
export async function refundInstead(
  trx: Database,
  paymentKey: string,
  { now, leaseMs }: { readonly now: number; readonly leaseMs: number },
): Promise<RefundKey | undefined> {
  const { rows } = await sql<Approved>`
    SELECT request_id AS "requestId", method_kind AS "methodKind", decided_why AS "decidedWhy",
      payment.state = 'settled' AS "isSettled"
    FROM approval_request AS request JOIN payment ON key = payment_key
    WHERE payment_key = ${paymentKey} AND kind = 'late_void' AND request.state = 'approved' AND refund_key IS NULL
    ORDER BY request.decided_at DESC LIMIT 1`.execute(trx);
  const [approved] = rows;
  const cents = refundableCents(await refundableParts(trx, paymentKey));
  if (!approved || cents === 0) return undefined;
  const refundKey = RefundKey.parse(uuidv7());
  const { requestId, methodKind, decidedWhy, isSettled } = approved;
  await sql`
    INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at, asked_by,
      workstation_id, call_id, decided_at, decided_by, decision, decided_why)
    SELECT ${refundKey}, payment_key, ${cents}, reason, ${methodKind}, 'requested', ${instantOf(now)}, asked_at, asked_by,
      workstation_id, call_id, decided_at, decided_by, 'approve', decided_why
    FROM approval_request WHERE request_id = ${requestId}`.execute(trx);
  await moveRefund(trx, refundKey, 'approved', { why: decidedWhy, now });
  await sql`UPDATE approval_request SET refund_key = ${refundKey} WHERE request_id = ${requestId}`.execute(
    trx,
  );
  if (!isSettled || methodKind !== 'card') return undefined;
  await moveRefund(trx, refundKey, 'sent', { now, leaseMs });
  return refundKey;
}
