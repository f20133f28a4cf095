import type { PlanOffer } from '#shared/plans/offer.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { SaveDisclosure } from './save-disclosure.tsx';
import { WrittenCopy } from './written-copy.tsx';

/** The written copy for this caller, in their language; and as a PDF at the desk. */
export function CopyOnCall({
  offer: { offerId, copy },
  onNoted,
}: {
  offer: PlanOffer;
  onNoted: (offer: PlanOffer) => void;
}) {
  const { language } = useSpoken();
  const send = useAskTo('plans.copy');
  return (
    <div>
      <WrittenCopy
        copy={copy}
        send={send}
        onSend={way => send.mutate({ offerId, way, language }, { onSuccess: onNoted })}
      />
      <SaveDisclosure offerId={offerId} />
    </div>
  );
}
