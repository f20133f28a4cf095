import { randomUUID } from 'node:crypto';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { TestDesk } from './test-desk.ts';

/** A plan of the published terms for Marisol, its first payment today. */
export const wishedPlan = (months = 6): PlanWish => ({
  kind: 'standard',
  pace: { by: 'months', months },
  firstDueOn: dateIn('America/Los_Angeles', instantOf(Date.now())),
});

/** Offered on a verified call, its written copy on the way. */
export async function offeredInWriting({ value }: TestDesk, months = 6): Promise<PlanOffer> {
  const { offerId } = await value('plans.offer', {
    offerId: randomUUID(),
    wish: wishedPlan(months),
  });
  return value('plans.copy', { offerId, way: 'email' });
}
