import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { HeardPlan, PlanForm } from './use-plan-form.ts';
import { useReadAgain } from './use-plans.ts';

const outdated: readonly string[] = [
  'plan_balance_changed',
  'plan_offer_expired',
  'plan_offer_not_found',
  'plan_disclosure_differs',
  'plan_exception_over',
];

/** The plan that was agreed to on this call; null while there is none. */
export function useAgreedNow(callId: string) {
  return useKept<string | null>(`${callId}:plan:agreed`, null);
}

/** Another plan was there first: from another desk, or made before this call. */
export function useSecondPlan(callId: string) {
  return useKept(`${callId}:plan:second`, false);
}

/**
 * Sends the yes. What is refused because the world has moved is reckoned anew; where it is not known what became of
 * it, the plans are read again before anybody asks a second time.
 */
export function useAgree(
  call: OpenCall,
  { form, change }: { form: PlanForm; change: (change: Partial<PlanForm>) => void },
) {
  const agree = useAskTo('plans.agree');
  const readAgain = useReadAgain(call);
  const [, setAgreed] = useAgreedNow(call.callId);
  const [, setSecond] = useSecondPlan(call.callId);
  return {
    isPending: agree.isPending,
    error: agree.error,
    send({ planId, offerId, language }: HeardPlan & { language: Language }) {
      const { screeningPassed } = form;
      agree.mutate(
        { planId, offerId, language, screeningPassed },
        {
          onSuccess: made => {
            setAgreed(made.planId);
            readAgain();
          },
          onError: ({ reason }) => {
            if (reason === 'plan_exists') setSecond(true);
            if (outdated.includes(reason)) change({ heard: null, round: form.round + 1 });
            readAgain();
          },
        },
      );
    },
  };
}
