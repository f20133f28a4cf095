import { useQueryClient } from '@tanstack/react-query';
import type { PlanOffer } from '#shared/plans/offer.ts';
import type { Language } from '#shared/words/words.ts';
import { WrittenCopy } from '../../call/plan/written-copy.tsx';
import { useAskTo } from '../../desk/ask.ts';
import { SaveCaseDisclosure } from './save-case-disclosure.tsx';

/** The written copy of an offer in a case, in the language that is spoken; and as a PDF at the desk. */
export function CopyInCase({
  caseId,
  offer: { offerId, copy },
  language,
}: {
  caseId: string;
  offer: PlanOffer;
  language: Language;
}) {
  const queries = useQueryClient();
  const send = useAskTo('hardshipPlans.copy');
  const readAgain = () =>
    void queries.invalidateQueries({ queryKey: ['hardshipPlans.ground', { caseId }] });
  return (
    <div>
      <WrittenCopy
        copy={copy}
        send={send}
        onSend={way => send.mutate({ caseId, offerId, way, language }, { onSettled: readAgain })}
      />
      <SaveCaseDisclosure caseId={caseId} offerId={offerId} language={language} />
    </div>
  );
}
