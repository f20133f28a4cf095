import { sql } from 'kysely';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import type { Database } from '../../database/connect.ts';
import { type KeptPlan, keptPlan } from '../../plans/kept-plan.ts';

/** The plan whose instalments are taken: the one that was authorised, or the one that goes on from it. */
export async function followedPlan(
  db: Database,
  { planId }: PlanAutopayTerms,
): Promise<KeptPlan | undefined> {
  const { rows } = await sql<{
    planId: string;
  }>`SELECT plan_followed(${planId}) AS "planId"`.execute(db);
  return rows[0] && keptPlan(db, rows[0].planId);
}
