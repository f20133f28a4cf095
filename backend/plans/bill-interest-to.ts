import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../database/connect.ts';
import type { KeptPlan } from './kept-plan.ts';

/** The business day on which something is billed. */
export interface BilledOn {
  readonly today: CalendarDate;
  readonly now: Instant;
}

/** What a plan earned up to a day and was not billed yet, `billedCents` having been so far; below 0 where less was earned. */
export function unbilledCents(
  { plan, events }: KeptPlan,
  billedCents: number,
  to: CalendarDate,
): number {
  const carriedCents = plan.terms.carriedInterestCents ?? 0;
  return planStanding(plan, events, to).earnedInterestCents - carriedCents - billedCents;
}

/** Bills that, and gives what it came to. Nothing new has no charge. */
export async function billInterestTo(
  db: Database,
  kept: KeptPlan,
  billedCents: number,
  to: CalendarDate,
  { today, now }: BilledOn,
): Promise<number> {
  const { planId, accountId } = kept;
  const amountCents = unbilledCents(kept, billedCents, to);
  if (amountCents <= 0) return 0;
  const chargeId = randomUUID();
  const part = { accountId, chargeId, ledger: 'medical', amountCents: cents(amountCents) } as const;
  const lines = JSON.stringify(linesOf('finance_charge_billed', [part]));
  await sql`SELECT bill_plan_interest(${planId}, ${billedCents}, ${accountId}, ${chargeId}, ${randomUUID()}, ${amountCents},
    ${lines}, ${to}, ${today}, ${`Interest of the payment plan to ${to}`}, ${now})`.execute(db);
  return amountCents;
}
