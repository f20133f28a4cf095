import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { planEvents } from '../../plans/plan-events.ts';
import { planOfDisclosure } from '../../plans/read-plan.ts';
import type { RunDay } from '../run-step.ts';
import { type ActivePlan, activePlans } from './active-plans.ts';

/** Bills what one plan earned up to each due date that has come; a due date with nothing new has no charge. */
async function billOne(
  db: Database,
  { planId, wish, disclosure, billedCents, billedTo }: ActivePlan,
  { region, today, now }: RunDay,
): Promise<void> {
  const plan = planOfDisclosure(wish, disclosure);
  const events = await planEvents(db, planId, regions[region].timeZone);
  const { dueDates: all } = planStanding(plan, events, disclosure.agreedOn);
  let billed = billedCents;
  for (const dueOn of all.filter(date => date <= today && (billedTo === null || date > billedTo))) {
    // Paid before the day that interest is billed for: of that day only what came earlier counts.
    const before = events.filter(event => event.on < dueOn);
    const { interestCents, paidInterestCents } = planStanding(plan, before, dueOn);
    const cents = interestCents + paidInterestCents - billed;
    if (cents <= 0) continue;
    await billInterest(db, { planId, cents, dueOn, today, now });
    billed += cents;
  }
}

async function billInterest(
  db: Database,
  of: { planId: string; cents: number; dueOn: CalendarDate; today: CalendarDate; now: Instant },
): Promise<void> {
  const description = `Interest of the payment plan to ${of.dueOn}`;
  await sql`SELECT bill_plan_interest(${of.planId}, ${randomUUID()}, ${randomUUID()}, ${of.cents}, ${of.dueOn},
    ${of.today}, ${description}, ${of.now})`.execute(db);
}

/** Bills the interest of a region's plans, plan by plan; again changes nothing. */
export async function billPlanInterest(db: Database, day: RunDay): Promise<void> {
  for (const plan of await activePlans(db, day.region)) await billOne(db, plan, day);
}
