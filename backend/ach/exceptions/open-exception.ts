import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { AchExceptionKind, AchToDo } from '#shared/contract/ach-exceptions.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { returnsPolicy } from '#shared/returns/policy.ts';
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
  /** The company and the share, where too many debits come back. */
  readonly about?: string;
}

/** Nobody has to call about these. */
const callsForNothing: readonly AchToDo[] = ['nothing', 'tried_again'];

/** Until when somebody has called, on the guarantor's own calendar. */
async function dueOn(
  trx: Database,
  guarantorId: string | null,
  kind: AchExceptionKind,
  now: number,
): Promise<CalendarDate> {
  const { rows } = await sql<{ region: RegionCode }>`
    SELECT region FROM guarantor WHERE guarantor_id = ${guarantorId}`.execute(trx);
  const { timeZone } = regions[rows[0]?.region ?? 'NCAL'];
  const { businessDays, noticeBusinessDays } = returnsPolicy.followUp;
  const days = kind === 'notice' ? noticeBusinessDays : businessDays;
  return businessDaysAfter(dateIn(timeZone, instantOf(now)), days);
}

/**
 * Tells the supervisor, and whoever took the payment where it was taken at a desk. A payment that was not
 * sent is told of once, until that is resolved.
 */
export async function openException(
  trx: Database,
  { kind, code, paymentKey, refundId, guarantorId, receivedId, reason, toDo, about }: NewException,
  now: number,
): Promise<void> {
  const id = uuidv7();
  const at = instantOf(now);
  const { numAffectedRows } = await sql`
    INSERT INTO ach_exception (exception_id, kind, code, payment_key, guarantor_id, refund_id, received_id, reason,
      to_do, about, opened_at)
    VALUES (${id}, ${kind}, ${code}, ${paymentKey}, ${guarantorId}, ${refundId}, ${receivedId}, ${reason}, ${toDo}, ${about ?? null}, ${at})
    ON CONFLICT DO NOTHING`.execute(trx);
  if (numAffectedRows === 0n || callsForNothing.includes(toDo)) return;
  const due = await dueOn(trx, guarantorId, kind, now);
  await sql`
    INSERT INTO ach_follow_up (exception_id, user_id, payment_key, guarantor_id, opened_at, due_on)
    SELECT ${id}, taken_by, key, guarantor_id, ${at}, ${due} FROM payment
    WHERE key = ${paymentKey} AND taken_by IS NOT NULL`.execute(trx);
}
