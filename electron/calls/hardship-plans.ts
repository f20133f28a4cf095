import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { regions } from '#shared/organization/regions.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { acceptanceOf, createAcceptances } from '../plans/acceptances.ts';
import { isWhatWasDisclosed } from '../plans/disclosure-hash.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import { type PlanCopy, planPdf } from '../receipts/plan-pdf.ts';
import type { SomeHandlers } from './handlers.ts';
import type { SaveFile } from './receipts.ts';

type Name =
  | 'hardshipPlans.ground'
  | 'hardshipPlans.compare'
  | 'hardshipPlans.offer'
  | 'hardshipPlans.copy'
  | 'hardshipPlans.agree'
  | 'hardshipPlans.save';

/** What is agreed to is what this desk showed: its hash is reckoned here and not taken from anybody. */
function asDisclosed(offer: PlanOffer): PlanOffer {
  if (!isWhatWasDisclosed(offer)) throw new Refused('plan_disclosure_differs');
  return offer;
}

/** Plans in a counselor's case; what was offered is asked of the backend each time, and nothing of it kept. */
export function hardshipPlanHandlers(
  desk: DeskParts,
  typeface: Typeface,
  save: SaveFile,
): SomeHandlers<Name> {
  const { backend, news, clock } = desk;
  const acceptance = createAcceptances();
  const ground = (caseId: string) => backend.ask('planGround', { params: { caseId } });

  async function copyOf(caseId: string, offerId: string): Promise<Omit<PlanCopy, 'sandbox'>> {
    const { region, offers, plans } = await ground(caseId);
    const { timeZone } = regions[region];
    const offer = offers.find(each => each.offerId === offerId);
    if (offer) return { disclosure: offer.disclosure, acceptance: null, timeZone };
    const plan = plans.find(each => each.acceptance.offerId === offerId);
    if (!plan) throw new Refused('plan_offer_not_found');
    return { disclosure: plan.disclosure, acceptance: plan.acceptance, timeZone };
  }

  return {
    'hardshipPlans.ground': ({ caseId }) => ground(caseId),

    'hardshipPlans.compare': ({ caseId, ...body }) =>
      backend.ask('compareCasePlans', { params: { caseId }, body }),

    'hardshipPlans.offer': async ({ caseId, offerId, ...body }) =>
      asDisclosed(await backend.ask('offerCasePlan', { params: { caseId, offerId }, body })),

    'hardshipPlans.copy': async ({ caseId, offerId, ...body }) =>
      asDisclosed(await backend.ask('copyCasePlan', { params: { caseId, offerId }, body })),

    async 'hardshipPlans.agree'({ caseId, planId, offerId, aboveAffordable, ...said }) {
      if (holdsCardNumber(said.recordingReference)) {
        throw new Refused('card_in_notes', 'recordingReference');
      }
      const yes = { ...said, ...(aboveAffordable && { aboveAffordable }) };
      const { offers, plans } = await ground(caseId);
      // Whose answer was lost is a plan already.
      const before = plans.find(each => each.planId === planId);
      if (before) return before;
      const offer = offers.find(each => each.offerId === offerId);
      if (!offer) throw new Refused('plan_offer_not_found');
      const made = acceptance(planId, () => acceptanceOf(offer, yes, clock.nowMs()));
      const plan = await backend.ask('agreeCasePlan', {
        params: { caseId, planId },
        body: { acceptance: made },
      });
      news.tell('balance');
      return plan;
    },

    async 'hardshipPlans.save'({ caseId, offerId, language }) {
      const copy = { ...(await copyOf(caseId, offerId)), sandbox: desk.sandbox };
      const bytes = await planPdf(copy, desk.words[language], typeface);
      const { agreedOn, payments } = copy.disclosure;
      return { savedAs: await save(`plan-${agreedOn}-${payments.length}-months.pdf`, bytes) };
    },
  };
}
