import { randomUUID } from 'node:crypto';
import { aboutPlan } from '#backend/plans/about-plan.ts';
import { agreeChange } from '#backend/plans/agree-change.ts';
import { offerChange } from '#backend/plans/offer-change.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { PlanChangeWish } from '#shared/plans/change.ts';
import type { Call } from './calls.ts';
import type { World } from './world.ts';

/** Has a change of a plan explained and agreed to on a call. */
export async function changePlan(
  { db, person, now }: World,
  { verificationId }: Call,
  planId: string,
  wish: PlanChangeWish,
): Promise<void> {
  const changeId = randomUUID();
  await db.transaction().execute(async trx => {
    const about = await aboutPlan(trx, person, { verificationId }, now());
    const { termsHash } = await offerChange(trx, changeId, { planId, wish }, about);
    const agreedAt = instantOf(now());
    const recordingReference = 'R-20261201-0002';
    await agreeChange(
      trx,
      changeId,
      { termsHash, language: 'en', recordingReference, agreedAt },
      about,
    );
  });
}
