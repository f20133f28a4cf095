import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { lastInstalmentCents } from '#shared/plans/last-instalment.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { billInterestTo } from './bill-interest-to.ts';
import { keptPlan, lockPlans } from './kept-plan.ts';
import { findPlan } from './read-plan.ts';
import { showPlan } from './show-standing.ts';

/**
 * Bills the interest that the last payment of a plan pays, so that its charges hold what it asks for on any day: the
 * run bills it on business days alone. Where more is to come it bills nothing; again changes nothing.
 */
export async function billLastInstalment(
  trx: Database,
  planId: string,
  about: AboutPlan,
): Promise<AgreedPlan> {
  await lockPlans(trx, about.guarantorId);
  const kept = await keptPlan(trx, planId);
  if (kept?.guarantorId !== about.guarantorId) throw new Refused('plan_not_found');
  const before = await findPlan(trx, planId, about.today);
  if (before?.state === 'paid_off') throw new Refused('plan_paid_already');
  if (before?.state !== 'active') throw new Refused('plan_ended');
  if (lastInstalmentCents(before.standing) === null) return before;
  await billInterestTo(trx, kept, kept.billedCents, about.today, about);
  await showPlan(trx, planId, about.today);
  return (await findPlan(trx, planId, about.today)) ?? before;
}
