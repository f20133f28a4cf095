import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { changePolicy } from '#shared/plans/change-policy.ts';
import {
  gracedUntil,
  isThreatened,
  openInstalments,
  openOfThoseDue,
} from '#shared/plans/default-notice.ts';
import type { Database } from '../../database/connect.ts';
import { openItem } from '../../hardship/open-item.ts';
import { billInterestTo } from '../../plans/bill-interest-to.ts';
import { endPlan } from '../../plans/end-plan.ts';
import { type KeptPlan, keptPlan, lockPlans } from '../../plans/kept-plan.ts';
import { notePlanEvent } from '../../plans/note-plan-event.ts';
import type { RunDay } from '../run-step.ts';

const { noticeDays, counselorWithinDays } = changePolicy.default;

interface OpenNotice {
  readonly noticeId: string;
  readonly noticedOn: CalendarDate;
  /** The last day on which it can be cured: later where the letter left later. */
  readonly dueOn: CalendarDate;
  readonly isSent: boolean;
}

async function openNotice(trx: Database, planId: string): Promise<OpenNotice | undefined> {
  const { rows } = await sql<OpenNotice>`
    SELECT plan_notice_id AS "noticeId", noticed_on AS "noticedOn",
      greatest(due_on, sent_on + ${noticeDays}::int) AS "dueOn", sent_on IS NOT NULL AS "isSent"
    FROM plan_notice JOIN letter USING (plan_notice_id)
    WHERE plan_id = ${planId} AND ended_at IS NULL FOR UPDATE OF plan_notice`.execute(trx);
  return rows[0];
}

/** Announces it in writing: what was missed, and until when paying it keeps the plan. */
async function announce(
  trx: Database,
  planId: string,
  missedCents: number,
  { today, now }: RunDay,
): Promise<void> {
  await sql`
    INSERT INTO plan_notice (plan_notice_id, plan_id, noticed_on, amount_cents, due_on, ordered_at)
    VALUES (${randomUUID()}, ${planId}, ${today}, ${missedCents}, ${addDays(today, noticeDays)}, ${now})`.execute(
    trx,
  );
  await notePlanEvent(trx, { planId, kind: 'default_noticed', on: today, now });
}

async function cure(
  trx: Database,
  planId: string,
  noticeId: string,
  { today, now }: RunDay,
): Promise<void> {
  await sql`UPDATE plan_notice SET ended_at = ${now}, ended_how = 'cured' WHERE plan_notice_id = ${noticeId}`.execute(
    trx,
  );
  await notePlanEvent(trx, { planId, kind: 'cured', on: today, now });
}

/** Ends the plan: what is owed, with the interest earned until today, is due as anything else is. */
async function putInDefault(trx: Database, kept: KeptPlan, day: RunDay): Promise<void> {
  const { planId, guarantorId } = kept;
  const { today, now } = day;
  await billInterestTo(trx, kept, kept.billedCents, today, day);
  await endPlan(trx, planId, 'defaulted', day);
  await notePlanEvent(trx, { planId, kind: 'defaulted', on: today, now });
  const dueOn = addDays(today, counselorWithinDays);
  await openItem(trx, { guarantorId, kind: 'plan_default', about: planId, dueOn, now });
}

/**
 * Announces the default of a plan that has missed too much, notes that it was cured, or puts it in default on the day
 * after the last on which it could be; never before its notice has left. Again changes nothing.
 */
export async function followDefault(
  db: Database,
  { planId, guarantorId }: KeptPlan,
  day: RunDay,
): Promise<void> {
  await db.transaction().execute(async trx => {
    // A counselor at work has their case locked before the accounts; so has this.
    await sql`SELECT FROM hardship_case WHERE guarantor_id = ${guarantorId} AND closed_at IS NULL FOR UPDATE`.execute(
      trx,
    );
    await lockPlans(trx, guarantorId);
    const kept = await keptPlan(trx, planId);
    if (kept?.state !== 'active') return;
    const { plan, events } = kept;
    const missedOn = (noticedOn: CalendarDate) =>
      openInstalments(plan, events, gracedUntil(noticedOn), day.today);
    const notice = await openNotice(trx, planId);
    if (!notice) {
      if (!isThreatened(missedOn(day.today))) return;
      const missedCents = openOfThoseDue(plan, events, gracedUntil(day.today), day.today);
      return announce(trx, planId, missedCents, day);
    }
    if (missedOn(notice.noticedOn) === 0) return cure(trx, planId, notice.noticeId, day);
    if (notice.isSent && notice.dueOn < day.today) await putInDefault(trx, kept, day);
  });
}
