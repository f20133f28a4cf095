import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAsk } from './ask.ts';

/** The call that is open at this desk; null when there is none or it is still being read. */
export function useOpenCall(): OpenCall | null {
  return useAsk('call.current', null).data ?? null;
}
