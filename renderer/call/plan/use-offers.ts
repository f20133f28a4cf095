import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { organization } from '#shared/organization/profile.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { Refused } from '../../desk/refused.ts';
import type { KnownBalance } from '../balance/use-balance.ts';

export interface OfferOfTerm {
  readonly months: number;
  readonly offer: PlanOffer | undefined;
  readonly error: Refused | null;
}

/**
 * The published terms, each reckoned by the backend for this first date and this balance, with everything that is
 * disclosed of it. Their ids outlive a lock, so that an offer comes back with its copy noted and read as it was.
 */
export function useOffers(
  call: OpenCall,
  { summary }: KnownBalance,
  firstDueOn: CalendarDate | undefined,
  round: number,
) {
  const queries = useQueryClient();
  const [ids] = useKept(`${call.callId}:plan:offers`, new Map<string, string>());
  const verificationId = call.verification?.verificationId;
  const keyOf = (months: number) =>
    ['plans.offer', verificationId, months, firstDueOn, summary.openCents, round] as const;
  const idOf = (months: number) => {
    const key = JSON.stringify(keyOf(months));
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
  const { months: terms } = organization.plans;
  const results: UseQueryResult<PlanOffer, Refused>[] = useQueries({
    queries: terms.map(months => ({
      queryKey: keyOf(months),
      queryFn: () =>
        ask('plans.offer', {
          offerId: idOf(months),
          wish: {
            kind: 'standard',
            pace: { by: 'months', months },
            firstDueOn: firstDueOn as CalendarDate,
          },
        }),
      enabled: firstDueOn !== undefined,
    })),
  });
  return {
    offers: terms.map((months, index): OfferOfTerm => {
      const { data, error } = results[index] ?? {};
      return { months, offer: data, error: error ?? null };
    }),
    isPending: firstDueOn !== undefined && results.some(each => each.isPending),
    /** An offer as it stands once its copy was noted. */
    keep: (months: number, offer: PlanOffer) => queries.setQueryData(keyOf(months), offer),
  };
}
