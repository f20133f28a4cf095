import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { organization } from '#shared/organization/profile.ts';
import type { ComparedPlan } from '#shared/plans/compared.ts';
import { disclosureText } from '#shared/plans/disclosure-text.ts';
import type { PlanDisclosure, PlanOffer } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { Refused } from '../../desk/refused.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import type { AllowedTerms } from './use-exceptions.ts';

export interface PlanOfTerm {
  readonly months: number;
  readonly disclosure: PlanDisclosure | undefined;
}

const { months: terms } = organization.plans;
const wished = (months: number, firstDueOn: CalendarDate): PlanWish => ({
  kind: 'standard',
  pace: { by: 'months', months },
  firstDueOn,
});

/** The post takes what waits every half minute. */
const LOOK_AGAIN_MS = 15_000;

/** Whether a written copy still waits in the outbox. */
export function waitsToLeave(offer: PlanOffer | undefined): boolean {
  const copy = offer?.copy;
  return copy !== null && copy !== undefined && copy.way !== 'online' && copy.sentAt === null;
}

/** What this call was offered before, however it was forgotten here, unless the terms have moved since. */
async function offeredBefore(disclosure: PlanDisclosure): Promise<PlanOffer | undefined> {
  const { offers } = await ask('plans.offers', null);
  return offers.find(each => disclosureText(each.disclosure) === disclosureText(disclosure));
}

/**
 * The published terms side by side for this first date and this balance, or the ones that a supervisor allowed, and of
 * the chosen one the offer, which
 * is kept with everything that is disclosed of it. It comes back with its copy after a lock or a restart.
 */
export function useOffers(
  call: OpenCall,
  { summary }: KnownBalance,
  firstDueOn: CalendarDate | undefined,
  { round, months }: { readonly round: number; readonly months: number | null },
  allowed: AllowedTerms | undefined,
) {
  const queries = useQueryClient();
  const [ids] = useKept(`${call.callId}:plan:offers`, new Map<string, string>());
  const verificationId = call.verification?.verificationId;
  const { openCents, pendingInsuranceCents } = summary;
  const exceptionId = allowed?.approvalId;
  const about = [
    verificationId,
    firstDueOn,
    openCents,
    pendingInsuranceCents,
    round,
    exceptionId,
  ] as const;
  const wishes = allowed
    ? [allowed.terms.wish]
    : terms.map(each => wished(each, firstDueOn as CalendarDate));
  const compared = useQuery<readonly ComparedPlan[], Refused>({
    queryKey: ['plans.compare', ...about],
    queryFn: async () => {
      const asException = allowed !== undefined;
      return (await ask('plans.compare', { wishes, asException })).compared;
    },
    enabled: firstDueOn !== undefined,
  });
  const plans = (allowed ? [allowed.terms.payments] : terms).map((each, index): PlanOfTerm => {
    const disclosure = compared.data?.[index]?.disclosure ?? undefined;
    return { months: each, disclosure };
  });
  const chosen = plans.find(each => each.months === months) ?? plans[0];
  const offerKey = ['plans.offer', ...about, chosen?.months] as const;
  const offer = useQuery<PlanOffer, Refused>({
    queryKey: offerKey,
    queryFn: async () => {
      const { disclosure, months: term = 0 } = chosen ?? {};
      const before = disclosure && (await offeredBefore(disclosure));
      if (before) return before;
      const key = JSON.stringify(offerKey);
      const offerId = ids.get(key) ?? crypto.randomUUID();
      ids.set(key, offerId);
      const wish = allowed?.terms.wish ?? wished(term, firstDueOn as CalendarDate);
      return ask('plans.offer', { offerId, wish, exceptionId });
    },
    enabled: firstDueOn !== undefined && compared.data !== undefined,
    refetchInterval: ({ state }) => waitsToLeave(state.data) && LOOK_AGAIN_MS,
  });
  return {
    plans,
    chosen,
    offer: offer.data,
    error: compared.error ?? offer.error,
    isPending: firstDueOn !== undefined && (compared.isPending || offer.isPending),
    /** The offer as it stands once its copy was noted. */
    keep: (noted: PlanOffer) => queries.setQueryData(offerKey, noted),
  };
}
