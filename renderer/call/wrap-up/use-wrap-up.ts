import type { CallRecord, Disposition, FollowUp } from '#shared/billing/call-record.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { forgetKept, useKept } from '../../desk/kept.ts';
import { useNotesText } from '../notes/use-notes.ts';
import { suggestDisposition } from './suggest-disposition.ts';

const noFollowUps: readonly FollowUp[] = [];

/** The record of the call that ended last at this desk, until another call starts. */
export function useLastCall(): [CallRecord | null, (record: CallRecord | null) => void] {
  return useKept<CallRecord | null>('last-call', null);
}

/** What is kept of the call when it ends. */
export function useWrapUp(call: OpenCall) {
  const end = useAskTo('call.wrapUp');
  const [, keepLast] = useLastCall();
  const suggested = suggestDisposition(call);
  const [chosen, choose] = useKept<Disposition | null>(`${call.callId}:disposition`, null);
  const [followUps, setFollowUps] = useKept(`${call.callId}:follow-ups`, noFollowUps);
  const [notes] = useNotesText(call);
  const disposition = chosen ?? suggested;

  function submit() {
    if (end.isPending) return;
    end.mutate(
      { disposition, notes, followUps: [...followUps] },
      {
        onSuccess: record => {
          keepLast(record);
          forgetKept(call.callId);
        },
      },
    );
  }

  return {
    suggested,
    disposition,
    choose,
    followUps,
    setFollowUps,
    submit,
    refused: end.error,
    busy: end.isPending,
  };
}

export type WrapUp = ReturnType<typeof useWrapUp>;
