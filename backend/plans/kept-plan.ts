import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { PlanState } from '#shared/plans/agreed.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { type Plan, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { type KeptEvent, planEvents } from './plan-events.ts';

/** A plan with everything it is reckoned from, and the interest that was billed of it. */
export interface KeptPlan {
  readonly planId: string;
  readonly guarantorId: string;
  readonly region: RegionCode;
  readonly timeZone: string;
  readonly state: PlanState;
  /** Of its first charge: what its interest is billed to. */
  readonly accountId: string;
  readonly wish: PlanWish;
  readonly disclosure: PlanDisclosure;
  readonly levelCents: number;
  /** What is owed of it and when its next payment is due, as desks have it. */
  readonly shownCents: number;
  readonly shownDueOn: CalendarDate;
  /** Without what was carried along, which its charges held already. */
  readonly billedCents: number;
  /** The day that interest was billed to last. */
  readonly billedTo: CalendarDate | null;
  readonly plan: Plan;
  readonly events: readonly KeptEvent[];
}

/** The plan that was disclosed, reckoned again: arithmetic gives the same for the same terms. */
export function planOfDisclosure({ pace, firstDueOn }: PlanWish, disclosure: PlanDisclosure): Plan {
  const { agreedOn, rateBps, amountFinancedCents, continues } = disclosure;
  const carried = continues?.carriedInterestCents ?? 0;
  const terms = {
    amountCents: (amountFinancedCents - carried) as PlanDisclosure['amountFinancedCents'],
    rateBps,
    agreedOn,
    firstDueOn,
    ...(continues && {
      dueDay: continues.dueDay,
      carriedInterestCents: continues.carriedInterestCents,
    }),
  };
  const result =
    pace.by === 'months' ? planByMonths(terms, pace.months) : planByPayment(terms, pace.payCents);
  if (!result.ok) throw new Error(`A plan that was agreed to is none: ${result.refusal.reason}.`);
  return result.plan;
}

type KeptRow = Omit<KeptPlan, 'timeZone' | 'plan' | 'events'>;

/** Some plans that were disclosed here, as they are kept, with what happened to them: two questions, however many. */
export async function keptPlans(db: Database, which: RawBuilder<unknown>): Promise<KeptPlan[]> {
  const { rows } = await sql<KeptRow>`
    SELECT plan_id AS "planId", guarantor.guarantor_id AS "guarantorId", region, payment_plan.state, wish, disclosure,
      level_cents AS "levelCents", remaining_cents AS "shownCents", next_due_on AS "shownDueOn",
      (array_agg(account_id ORDER BY charge_id) FILTER (WHERE part = 'principal'))[1] AS "accountId",
      max(earned_to) AS "billedTo",
      coalesce(sum(plan_charge.amount_cents) FILTER (WHERE part = 'interest'), 0)::bigint AS "billedCents"
    FROM payment_plan JOIN plan_offer USING (offer_id) JOIN plan_charge USING (plan_id)
      JOIN charge USING (charge_id)
      JOIN guarantor ON guarantor.guarantor_id = payment_plan.guarantor_id
    WHERE ${which} GROUP BY plan_id, plan_offer.offer_id, guarantor.guarantor_id ORDER BY plan_id`.execute(
    db,
  );
  const eventsOf = await planEvents(db, rows);
  return rows.map(row => ({
    ...row,
    timeZone: regions[row.region].timeZone,
    events: eventsOf(row.planId),
    plan: planOfDisclosure(row.wish, row.disclosure),
  }));
}

/** A plan as it is kept; undefined when there is none that was disclosed here. */
export async function keptPlan(db: Database, planId: string): Promise<KeptPlan | undefined> {
  const [kept] = await keptPlans(db, sql`plan_id = ${planId}`);
  return kept;
}

/** Locks a guarantor's accounts and plans until the transaction ends, in the order in which everybody does. */
export async function lockPlans(trx: Database, guarantorId: string): Promise<void> {
  await sql`SELECT FROM guarantor WHERE guarantor_id = ${guarantorId} FOR NO KEY UPDATE`.execute(
    trx,
  );
  await sql`SELECT FROM account WHERE guarantor_id = ${guarantorId} ORDER BY account_id FOR UPDATE`.execute(
    trx,
  );
  await sql`SELECT FROM payment_plan WHERE guarantor_id = ${guarantorId} ORDER BY plan_id FOR NO KEY UPDATE`.execute(
    trx,
  );
}
