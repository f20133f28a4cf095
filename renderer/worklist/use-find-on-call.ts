import type { FollowUp } from '#shared/contract/follow-ups.ts';
import type { CallOptions } from '#shared/desk/open-call.ts';
import { wantGuarantor } from '../call/locate/use-find-by.ts';
import { useAskTo } from '../desk/ask.ts';
import { useOpenCall } from '../desk/use-open-call.ts';
import { closeOverlay } from '../frame/overlay-store.ts';

const usual: CallOptions = { language: 'en', interpreter: false, tty: false };

/**
 * Goes from something on the worklist to its guarantor: on the open call while nobody is chosen there, else
 * on a new one. It only fills in what is looked for; whoever answers is verified as on every call.
 */
export function useFindOnCall({ guarantorId }: FollowUp) {
  const open = useOpenCall();
  const start = useAskTo('call.start');
  function findOn(callId: string) {
    wantGuarantor(callId, guarantorId);
    closeOverlay();
  }
  return {
    mayFind: open === null || open.patient === null,
    run: () =>
      open
        ? findOn(open.callId)
        : start.mutate(usual, { onSuccess: ({ callId }) => findOn(callId) }),
    busy: start.isPending,
    refused: start.error,
  };
}
