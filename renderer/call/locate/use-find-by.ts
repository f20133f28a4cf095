import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKept } from '../../desk/kept.ts';
import type { FindKind } from './find-kinds.ts';

/** By what the patient is looked for; kept with the call, because the words to say follow it. */
export function useFindBy(call: OpenCall | null): [FindKind, (kind: FindKind) => void] {
  return useKept<FindKind>(`${call?.callId ?? 'desk'}:find-by`, 'mrn');
}
