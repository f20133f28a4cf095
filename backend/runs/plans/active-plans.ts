import { sql } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import { type KeptPlan, keptPlan, keptPlans, lockPlans } from '../../plans/kept-plan.ts';
import type { RunDay, RunParts, RunProgress } from '../run-step.ts';

const isPaid = (region: RegionCode) => sql`
  region = ${region} AND payment_plan.state = 'active' AND offer_id IS NOT NULL`;

async function countActive(db: Database, region: RegionCode): Promise<number> {
  const { rows } = await sql<{ plans: number }>`
    SELECT count(*)::int AS plans FROM payment_plan JOIN guarantor USING (guarantor_id)
    WHERE ${isPaid(region)}`.execute(db);
  return rows[0]?.plans ?? 0;
}

/**
 * Reads the plans of a region that are being paid, piece by piece in the order of their ids, and hands over each piece.
 * What it says may be over by then: whoever writes looks again.
 */
export async function eachPiece(
  { db, pieceSize }: RunParts,
  { region }: RunDay,
  work: (piece: readonly KeptPlan[]) => Promise<void>,
  report: (progress: RunProgress) => void,
): Promise<void> {
  const total = await countActive(db, region);
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    report({ done, total: Math.max(done, total) });
    const piece = await keptPlans(
      db,
      sql`plan_id IN (SELECT plan_id FROM payment_plan JOIN guarantor USING (guarantor_id)
        WHERE ${isPaid(region)} AND plan_id > ${after}::uuid ORDER BY plan_id LIMIT ${pieceSize})`,
    );
    const last = piece.at(-1);
    if (!last) return;
    await work(piece);
    done += piece.length;
    after = last.planId;
  }
}

/** Does something with a plan that is still being paid, read under the locks that payments and changes take. */
export function withActivePlan<Result>(
  db: Database,
  { planId, guarantorId }: KeptPlan,
  work: (trx: Database, plan: KeptPlan) => Promise<Result>,
): Promise<Result | undefined> {
  return db.transaction().execute(async trx => {
    await lockPlans(trx, guarantorId);
    const kept = await keptPlan(trx, planId);
    return kept?.state === 'active' ? work(trx, kept) : undefined;
  });
}
