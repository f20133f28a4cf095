import { useState } from 'react';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { needsCopy, type PlanChangeOffer, type PlanChangeWish } from '#shared/plans/change.ts';
import type { CopyWay } from '#shared/plans/offer.ts';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../desk/ask.ts';

/** What is not as it was explained has to be explained anew. */
const outdated: readonly string[] = [
  'plan_changed_meanwhile',
  'plan_change_not_found',
  'plan_offer_expired',
];

/** A change of a plan on its way from the wish to the yes: explained, in writing where it must be, agreed to. */
export function useChange(planId: string, caseId: string | null) {
  const explain = useAskTo('planChanges.offer');
  const copy = useAskTo('planChanges.copy');
  const agree = useAskTo('planChanges.agree');
  const [offer, setOffer] = useState<PlanChangeOffer | null>(null);
  const [said, setSaid] = useState(false);

  function forget() {
    setOffer(null);
    setSaid(false);
  }
  return {
    offer,
    said,
    say: () => setSaid(true),
    forget,
    isPending: explain.isPending || copy.isPending || agree.isPending,
    error: agree.error ?? copy.error ?? explain.error,
    lacksCopy: offer !== null && needsCopy(offer.terms) && offer.copy === null,
    explain(wish: PlanChangeWish) {
      forget();
      agree.reset();
      const changeId = crypto.randomUUID();
      explain.mutate({ changeId, caseId, planId, wish }, { onSuccess: setOffer });
    },
    copy(way: CopyWay) {
      if (offer) {
        copy.mutate({ changeId: offer.changeId, caseId, way }, { onSuccess: setOffer });
      }
    },
    agree(
      language: Language,
      recordingReference: string | null,
      onDone: (plan: AgreedPlan) => void,
    ) {
      if (!offer) return;
      agree.mutate(
        { changeId: offer.changeId, caseId, language, recordingReference },
        {
          onSuccess: onDone,
          onError: ({ reason }) => {
            if (outdated.includes(reason)) forget();
          },
        },
      );
    },
  };
}
