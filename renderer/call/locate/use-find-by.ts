import type { OpenCall } from '#shared/desk/open-call.ts';
import { keep, useKept } from '../../desk/kept.ts';
import type { FindKind } from './find-kinds.ts';

/** By what the patient is looked for; kept with the call, because the words to say follow it. */
export function useFindBy(call: OpenCall | null): [FindKind, (kind: FindKind) => void] {
  return useKept<FindKind>(`${call?.callId ?? 'desk'}:find-by`, 'mrn');
}

/** The guarantor ID that stands in the box at first, because the call is about something of theirs. */
export function useWanted(call: OpenCall): string {
  return useKept(`${call.callId}:find-first`, '')[0];
}

/** Makes a call's look-up begin with a guarantor. */
export function wantGuarantor(callId: string, guarantorId: string): void {
  keep(`${callId}:find-by`, 'guarantor_id' satisfies FindKind);
  keep(`${callId}:find-first`, guarantorId);
}
