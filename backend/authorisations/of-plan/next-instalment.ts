import type { NextPayment } from '#shared/authorisations/authorisation.ts';
import { instalmentDay, needsNotice } from '#shared/authorisations/plan-payments.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { latestStopOn, noticeFrom } from '#shared/authorisations/varying-amounts.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { lesserCents } from '#shared/money/cents.ts';
import { owedInstalments } from '#shared/plans/owed-instalments.ts';
import type { Database } from '../../database/connect.ts';
import type { ScheduledRow } from '../next-payment.ts';
import { followedPlan } from './followed-plan.ts';
import { instalmentName } from './planned-rows.ts';

interface OfPlan {
  readonly madeOn: CalendarDate;
  readonly terms: PlanAutopayTerms;
  readonly scheduled: readonly ScheduledRow[];
}

/** The instalment that autopay of a plan takes next, as the plan stands now; null when nothing is to come. */
export async function nextInstalment(
  db: Database,
  { madeOn, terms, scheduled }: OfPlan,
  today: CalendarDate,
): Promise<NextPayment | null> {
  const kept = await followedPlan(db, terms);
  if (kept?.state !== 'active') return null;
  const { planId, plan, events } = kept;
  for (const { number, dueOn, amountCents } of owedInstalments(plan, events, today)) {
    const occurrence = instalmentName(planId, number);
    const row = scheduled.find(each => each.occurrence === occurrence);
    if (dueOn <= madeOn || (row && row.state !== 'waiting')) continue;
    // Its notice may yet leave in time, or is too late for its day.
    const noticeOn = noticeFrom(dueOn) < today ? today : noticeFrom(dueOn);
    const varies = needsNotice(terms, { planId, dueOn, amountCents });
    const payOn = row?.payOn ?? instalmentDay(dueOn, varies ? noticeOn : undefined);
    const atMost = row ? lesserCents(row.amountCents, amountCents) : amountCents;
    return { occurrence, payOn, amountCents: atMost, stopBy: latestStopOn(payOn) };
  }
  return null;
}
