import { randomUUID } from 'node:crypto';
import { instantOf } from '#shared/calendar/dates.ts';
import type { PlanPlace } from '#shared/contract/plan-changes.ts';
import { cents } from '#shared/money/cents.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanChangeAgreement, PlanChangeOffer, PlanChangeWish } from '#shared/plans/change.ts';
import type { VerifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';

/** The changing of plans on a verified call, or as a counselor in a case. */
export function changeDesk(
  call: VerifiedCall,
  now: () => number,
  place: PlanPlace = { verificationId: call.verificationId },
  desk: SignedIn = call.desk,
) {
  const offer = (planId: string, wish: PlanChangeWish, changeId: string = randomUUID()) =>
    desk.ask('offerPlanChange', { params: { changeId }, body: { place, planId, wish } });
  const copy = (changeId: string) =>
    desk.ask('notePlanChangeCopy', { params: { changeId }, body: { place, way: 'mail' } });
  const agreementOf = ({ termsHash }: PlanChangeOffer): PlanChangeAgreement => ({
    termsHash,
    language: 'en',
    recordingReference: 'R-20261201-0002',
    agreedAt: instantOf(now()),
  });
  const agree = (offered: PlanChangeOffer, agreement = agreementOf(offered)) =>
    desk.ask('agreePlanChange', {
      params: { changeId: offered.changeId },
      body: { place, agreement },
    });
  async function offered(planId: string, wish: PlanChangeWish): Promise<PlanChangeOffer> {
    const answer = await offer(planId, wish);
    if (!answer.ok) throw new Error(`No change was offered: ${answer.problem.code}.`);
    const { terms, changeId } = answer.value;
    if (terms.disclosure) await copy(changeId);
    return answer.value;
  }
  return {
    offer,
    copy,
    agree,
    agreementOf,
    offered,
    /** Explained, in writing where it must be, and agreed to. */
    async changed(planId: string, wish: PlanChangeWish): Promise<AgreedPlan> {
      const made = await agree(await offered(planId, wish));
      if (!made.ok) throw new Error(`Nothing was changed: ${made.problem.code}.`);
      return made.value;
    },
    /** Pays so much of what is open of a plan's charges, in their order. */
    async payOf({ openCharges }: AgreedPlan, amountCents: number, key?: string) {
      let left = amountCents;
      const allocation = openCharges
        .map(({ chargeId, openCents }) => {
          const part = Math.min(left, openCents);
          left -= part;
          return { chargeId, amountCents: cents(part) };
        })
        .filter(part => part.amountCents > 0);
      const answer = await call.pay(await call.order(amountCents, { allocation }), key);
      if (!answer.ok) throw new Error(`Nothing was paid: ${answer.problem.code}.`);
      return answer.value;
    },
  };
}

/** What is open in the ledger of a plan's charges, in cents. */
export const openCentsOf = ({ openCharges }: AgreedPlan) =>
  openCharges.reduce((sum, each) => sum + each.openCents, 0);

export const problemOf = (answer: { ok: boolean }) =>
  'problem' in answer ? (answer.problem as { code: string }).code : 'none';
