import { regions } from '#shared/organization/regions.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { OffersOnCall } from '../plans/offers-on-call.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import { planPdf } from '../receipts/plan-pdf.ts';
import type { Caller, SomeHandlers } from './handlers.ts';
import type { SaveFile } from './receipts.ts';

/** The disclosure of a plan as PDF: before it is agreed to, and of a plan that stands. */
export function planCopyHandlers(
  desk: DeskParts,
  offers: OffersOnCall,
  typeface: Typeface,
  save: SaveFile,
): SomeHandlers<'plans.save'> {
  /** What was offered on this call; after a restart, or on a later one, what the backend has of the plan. */
  async function disclosed(caller: Caller, offerId: string) {
    const call = requireCall(desk.calls, caller);
    const { patient } = requireHearing(call);
    const { timeZone } = regions[patient.region];
    const { verificationId } = requireVerified(call);
    const params = { verificationId };
    const ask = async () => (await desk.backend.ask('openPlanOffers', { params })).offers;
    const offer = await offers.of(call.callId, offerId, ask);
    if (offer) return { disclosure: offer.disclosure, acceptance: null, timeZone };
    const { plans } = await desk.backend.ask('plans', { params });
    const plan = plans.find(each => each.acceptance.offerId === offerId);
    if (!plan) throw new Refused('plan_offer_not_found');
    return { disclosure: plan.disclosure, acceptance: plan.acceptance, timeZone };
  }

  return {
    async 'plans.save'({ offerId, language }, caller) {
      const copy = { ...(await disclosed(caller, offerId)), sandbox: desk.sandbox };
      const bytes = await planPdf(copy, desk.words[language], typeface);
      const { agreedOn, payments } = copy.disclosure;
      return { savedAs: await save(`plan-${agreedOn}-${payments.length}-months.pdf`, bytes) };
    },
  };
}
