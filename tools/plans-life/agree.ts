import { randomUUID } from 'node:crypto';
import { aboutCall } from '#backend/authorisations/about.ts';
import { agreePlan } from '#backend/plans/agree.ts';
import { notePlanCopy, offerPlan } from '#backend/plans/offer.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Call } from './calls.ts';
import type { World } from './world.ts';

/** Offers a plan on a call, sends its written copy, and has it agreed to. */
export async function agreeTo(world: World, call: Call, wish: PlanWish): Promise<AgreedPlan> {
  const { db, person, now } = world;
  const about = await aboutCall(db, person, call.verificationId, now());
  const { offerId, disclosureHash } = await offerPlan(db, randomUUID(), wish, about);
  await notePlanCopy(db, offerId, 'email', about);
  const acceptance = {
    offerId,
    disclosureHash,
    language: 'en',
    recordingReference: 'R-20261201-0001',
    acceptedAt: instantOf(now()),
  } as const;
  return agreePlan(db, randomUUID(), acceptance, about);
}
