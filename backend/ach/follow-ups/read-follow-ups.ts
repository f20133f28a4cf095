import { type RawBuilder, sql } from 'kysely';
import { FollowUp, MOST_FOLLOW_UPS } from '#shared/contract/follow-ups.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { daysOf } from './days-of.ts';

/** Those of a person's regions that meet a condition, what is due first coming first. */
export async function readFollowUps(
  db: Database,
  { user }: Person,
  which: RawBuilder<unknown>,
  now: number,
): Promise<FollowUp[]> {
  const { rows } = await sql`
    SELECT exception_id AS id, kind, code, reason, to_do AS "toDo", follow_up.opened_at AS "openedAt",
      due_on AS "dueOn", due_on < today AS "isOverdue", guarantor.guarantor_id AS "guarantorId",
      full_name AS "guarantorName",
      (SELECT coalesce(jsonb_agg(DISTINCT patient.full_name), '[]') FROM payment_allocation JOIN charge USING (charge_id)
        JOIN account USING (account_id) JOIN patient USING (mrn)
        WHERE payment_allocation.payment_key = key AND patient.full_name <> guarantor.full_name) AS "patientNames",
      jsonb_build_object('key', key, 'method', payment_method(payment), 'amountCents', payment.amount_cents,
        'takenAt', to_char(payment.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'confirmation', confirmation) AS payment,
      CASE WHEN follow_up.taken_by IS NOT NULL THEN jsonb_build_object('name', taker.name,
        'at', to_char(follow_up.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'isYou', follow_up.taken_by = ${user.userId}) END AS "takenBy"
    FROM ach_follow_up AS follow_up JOIN ach_exception USING (exception_id)
      JOIN guarantor ON guarantor.guarantor_id = follow_up.guarantor_id
      JOIN jsonb_to_recordset(${JSON.stringify(daysOf(user.regions, now))}::jsonb) AS day (region text, today date)
        USING (region)
      JOIN payment ON key = follow_up.payment_key
      LEFT JOIN user_account AS taker ON taker.user_id = follow_up.taken_by
    WHERE ${which} ORDER BY due_on, follow_up.opened_at, exception_id LIMIT ${MOST_FOLLOW_UPS}`.execute(
    db,
  );
  return rows.map(row => FollowUp.parse(row));
}

/** How many are open, overdue and a person's own; no name is read for it. */
export async function countFollowUps(
  db: Database,
  { user }: Person,
  now: number,
): Promise<{ open: number; overdue: number; yours: number }> {
  const { rows } = await sql<{ open: number; overdue: number; yours: number }>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE due_on < today)::int AS overdue,
      count(*) FILTER (WHERE taken_by = ${user.userId})::int AS yours
    FROM ach_follow_up JOIN guarantor USING (guarantor_id)
      JOIN jsonb_to_recordset(${JSON.stringify(daysOf(user.regions, now))}::jsonb) AS day (region text, today date)
        USING (region)
    WHERE done_at IS NULL`.execute(db);
  return rows[0] ?? { open: 0, overdue: 0, yours: 0 };
}
