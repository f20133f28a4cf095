import { randomUUID } from 'node:crypto';
import type { Database } from '#backend/database/connect.ts';
import { openCase } from '#backend/hardship/open-case.ts';
import { aboutPlan } from '#backend/plans/about-plan.ts';
import { agreePlan } from '#backend/plans/agree.ts';
import { notePlanCopy } from '#backend/plans/note-copy.ts';
import { offerPlan } from '#backend/plans/offer.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Call } from './calls.ts';
import type { Debtor } from './debtors.ts';
import type { World } from './world.ts';

/** Longer terms are a counselor's, in a case of the debtor's; the published ones are agreed to on a call. */
async function placeOf(world: World, { verificationId }: Call, { mrn }: Debtor, wish: PlanWish) {
  if (wish.kind === 'standard') return { verificationId };
  const reason = 'A plan with another term';
  const { caseId } = await openCase(world.db, { mrn, reason }, world.person, world.now());
  return { caseId };
}

/** Has a plan offered, its written copy shown, and the plan agreed to. */
export async function agreeTo(
  world: World,
  call: Call,
  debtor: Debtor,
  wish: PlanWish,
): Promise<AgreedPlan> {
  const { db, person, now } = world;
  const place = await placeOf(world, call, debtor, wish);
  const agree = async (trx: Database) => {
    const about = await aboutPlan(trx, person, place, now());
    const offer = await offerPlan(trx, randomUUID(), { wish, means: null }, about);
    const { offerId, disclosureHash } = offer;
    await notePlanCopy(trx, offerId, { way: 'online' }, about);
    const recordingReference = 'R-20261201-0001';
    const spoken = { language: 'en', recordingReference, acceptedAt: instantOf(now()) } as const;
    const acceptance = { offerId, disclosureHash, ...spoken };
    return (await agreePlan(trx, randomUUID(), acceptance, about)).plan;
  };
  return db.transaction().execute(agree);
}
