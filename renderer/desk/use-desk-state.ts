import type { DeskState } from '#shared/desk/state.ts';
import { useAsk } from './ask.ts';

/** What the status line shows; undefined only until the first answer. */
export function useDeskState(): DeskState | undefined {
  return useAsk('desk.state', null).data;
}
