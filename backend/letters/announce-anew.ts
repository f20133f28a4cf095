import { sql } from 'kysely';
import { instalmentDay } from '#shared/authorisations/plan-payments.ts';
import { autopayDay, NOTICE_DAYS } from '#shared/authorisations/varying-amounts.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/calendar/dates.ts';
import { lockAuthorisation } from '../authorisations/locked.ts';
import type { Database } from '../database/connect.ts';

export interface Announced {
  readonly authorisationId: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate;
  readonly payOn: CalendarDate;
  readonly isOfPlan: boolean;
}

/** The payment that a notice announces, locked as a run locks it; undefined when it does not any more. */
export async function lockAnnounced(
  trx: Database,
  letterId: string,
): Promise<Announced | undefined> {
  const { rows: of } = await sql<{ id: string }>`
    SELECT authorisation_id AS id FROM letter WHERE letter_id = ${letterId}`.execute(trx);
  if (!(of[0] && (await lockAuthorisation(trx, of[0].id)))) return undefined;
  const { rows } = await sql<Announced>`
    SELECT each.authorisation_id AS "authorisationId", each.occurrence, agreed_on AS "dueOn", each.pay_on AS "payOn",
      plan_id IS NOT NULL AS "isOfPlan"
    FROM letter JOIN payment_notice AS notice USING (notice_id) JOIN scheduled_payment AS each
      ON each.authorisation_id = notice.authorisation_id AND each.occurrence = notice.occurrence
    WHERE letter_id = ${letterId} AND each.state = 'waiting' AND each.pay_on = notice.pay_on
    FOR UPDATE OF each`.execute(trx);
  return rows[0];
}

/** Whether a notice that leaves on a date leaves too late for the day it names (12 CFR 1005.10(d)(1)). */
export function isTooLate({ payOn }: Announced, sentOn: CalendarDate): boolean {
  return addDays(sentOn, NOTICE_DAYS) > payOn;
}

/** Moves a payment, which is locked, to the first day that a notice of `today` is in time for, with that notice. */
export async function announceAnew(
  trx: Database,
  { authorisationId, occurrence, dueOn, payOn: before, isOfPlan }: Announced,
  today: CalendarDate,
  now: Instant,
): Promise<void> {
  const payOn = isOfPlan ? instalmentDay(dueOn, today) : autopayDay(dueOn, today);
  await sql`
    UPDATE scheduled_payment SET pay_on = ${payOn}::date, try_on = ${payOn}::date,
      state_why = 'its notice had not left in time for the day before'
    WHERE authorisation_id = ${authorisationId} AND occurrence = ${occurrence}`.execute(trx);
  await sql`
    INSERT INTO payment_notice (authorisation_id, occurrence, guarantor_id, language, amount_cents, pay_on, written_at)
    SELECT authorisation_id, occurrence, guarantor_id, language, amount_cents, ${payOn}::date, ${now}::timestamptz
    FROM payment_notice
    WHERE authorisation_id = ${authorisationId} AND occurrence = ${occurrence} AND pay_on = ${before}::date`.execute(
    trx,
  );
}
