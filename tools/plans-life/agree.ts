import { randomUUID } from 'node:crypto';
import { aboutPlan } from '#backend/plans/about-plan.ts';
import { agreePlan } from '#backend/plans/agree.ts';
import { notePlanCopy } from '#backend/plans/note-copy.ts';
import { offerPlan } from '#backend/plans/offer.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Call } from './calls.ts';
import type { World } from './world.ts';

/** Offers a plan on a call, sends its written copy, and has it agreed to. */
export async function agreeTo(world: World, call: Call, wish: PlanWish): Promise<AgreedPlan> {
  const { db, person, now } = world;
  const about = await aboutPlan(db, person, call, now());
  const { offerId, disclosureHash } = await offerPlan(
    db,
    randomUUID(),
    { wish, means: null },
    about,
  );
  await notePlanCopy(db, offerId, { way: 'mail' }, about);
  const acceptance = {
    offerId,
    disclosureHash,
    language: 'en',
    recordingReference: 'R-20261201-0001',
    acceptedAt: instantOf(now()),
  } as const;
  const { plan } = await db
    .transaction()
    .execute(trx => agreePlan(trx, randomUUID(), acceptance, about));
  return plan;
}
