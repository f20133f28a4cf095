import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AchExceptionKind, AchToDo } from '#shared/contract/ach-exceptions.ts';
import type { Database } from '../../database/connect.ts';

export interface NewException {
  readonly kind: AchExceptionKind;
  /** Of the return or notice; null for what has none. */
  readonly code: string | null;
  readonly paymentKey: string | null;
  readonly refundId: string | null;
  readonly guarantorId: string | null;
  readonly receivedId: string | null;
  readonly reason: string;
  readonly toDo: AchToDo;
}

/**
 * Tells the supervisor, and whoever took the payment where it was taken at a desk. A payment that was not
 * sent is told of once, until that is resolved.
 */
export async function openException(
  trx: Database,
  { kind, code, paymentKey, refundId, guarantorId, receivedId, reason, toDo }: NewException,
  now: number,
): Promise<void> {
  const id = uuidv7();
  const at = instantOf(now);
  const { numAffectedRows } = await sql`
    INSERT INTO ach_exception (exception_id, kind, code, payment_key, guarantor_id, refund_id, received_id, reason,
      to_do, opened_at)
    VALUES (${id}, ${kind}, ${code}, ${paymentKey}, ${guarantorId}, ${refundId}, ${receivedId}, ${reason}, ${toDo}, ${at})
    ON CONFLICT DO NOTHING`.execute(trx);
  if (numAffectedRows === 0n || toDo === 'nothing') return;
  await sql`
    INSERT INTO ach_follow_up (exception_id, user_id, payment_key, guarantor_id, opened_at)
    SELECT ${id}, taken_by, key, guarantor_id, ${at} FROM payment
    WHERE key = ${paymentKey} AND taken_by IS NOT NULL`.execute(trx);
}
