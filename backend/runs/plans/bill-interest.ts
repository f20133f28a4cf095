import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import { dueDatesOf, planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { planEvents } from '../../plans/plan-events.ts';
import { planOfDisclosure } from '../../plans/read-plan.ts';
import type { RunDay, RunProgress } from '../run-step.ts';
import { type ActivePlan, eachActivePlan } from './active-plans.ts';

/** Bills what one plan earned up to each due date that has come; a due date with nothing new has no charge. */
async function billOne(db: Database, active: ActivePlan, day: RunDay): Promise<void> {
  const { planId, wish, disclosure, billedCents, billedTo } = active;
  const plan = planOfDisclosure(wish, disclosure);
  const events = await planEvents(db, planId, regions[day.region].timeZone);
  const isNew = (date: CalendarDate) => date <= day.today && (billedTo === null || date > billedTo);
  let billed = billedCents;
  for (const dueOn of dueDatesOf(plan, events).filter(isNew)) {
    // Paid before the day that interest is billed for: of that day only what came earlier counts.
    const before = events.filter(event => event.on < dueOn);
    const { interestCents, paidInterestCents } = planStanding(plan, before, dueOn);
    const amountCents = interestCents + paidInterestCents - billed;
    if (amountCents <= 0) continue;
    await billInterest(db, active, { amountCents: cents(amountCents), dueOn }, day);
    billed += amountCents;
  }
}

async function billInterest(
  db: Database,
  { planId, accountId }: ActivePlan,
  { amountCents, dueOn }: { amountCents: Cents; dueOn: CalendarDate },
  { today, now }: RunDay,
): Promise<void> {
  const chargeId = randomUUID();
  const part = { accountId, chargeId, ledger: 'medical', amountCents } as const;
  const lines = JSON.stringify(linesOf('finance_charge_billed', [part]));
  await sql`SELECT bill_plan_interest(${planId}, ${accountId}, ${chargeId}, ${randomUUID()}, ${amountCents}, ${lines},
    ${dueOn}, ${today}, ${`Interest of the payment plan to ${dueOn}`}, ${now})`.execute(db);
}

/** Bills the interest of a region's plans, plan by plan; again changes nothing. */
export function billPlanInterest(
  db: Database,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  return eachActivePlan(db, day.region, plan => billOne(db, plan, day), report);
}
