import { randomUUID } from 'node:crypto';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { CopyWay, PlanAcceptance, PlanOffer } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { VerifiedCall } from '#tests/support/backend-call.ts';

export const inMonths = (months: number, firstDueOn: string): PlanWish => ({
  kind: 'standard',
  pace: { by: 'months', months },
  firstDueOn: firstDueOn as CalendarDate,
});

/** The asking for plans on a verified call. */
export function planDesk(call: VerifiedCall, now: () => number) {
  const { desk, verificationId } = call;
  const offer = (wish: PlanWish, offerId: string = randomUUID()) =>
    desk.ask('offerPlan', { params: { offerId }, body: { verificationId, wish } });
  const copy = (offerId: string, way: CopyWay = 'mail', language?: 'en' | 'es') =>
    desk.ask('notePlanCopy', { params: { offerId }, body: { verificationId, way, language } });
  const accepted = (offered: PlanOffer): PlanAcceptance => ({
    offerId: offered.offerId,
    disclosureHash: offered.disclosureHash,
    language: 'en',
    recordingReference: 'R-20261201-0001',
    acceptedAt: instantOf(now()),
  });
  const agree = (acceptance: PlanAcceptance, planId: string = randomUUID()) =>
    desk.ask('agreePlan', { params: { planId }, body: { verificationId, acceptance } });
  return {
    offer,
    copy,
    accepted,
    agree,
    plans: () => desk.value('plans', { params: { verificationId } }),
    /** Offered, sent in writing and agreed to. */
    async agreed(wish: PlanWish) {
      const offered = await offer(wish);
      if (!offered.ok) throw new Error(`No plan was offered: ${offered.problem.code}.`);
      await copy(offered.value.offerId, 'mail');
      const made = await agree(accepted(offered.value));
      if (!made.ok) throw new Error(`No plan was made: ${made.problem.code}.`);
      return made.value;
    },
  };
}
