import { instantOf } from '#shared/calendar/dates.ts';
import { showDay } from '../parts/show-time.ts';
import { useDeskState } from './use-desk-state.ts';
import { useNow } from './use-now.ts';

/** The day at a sandbox that was moved, in words; undefined at every other desk. */
export function useSandboxDate(): string | undefined {
  const desk = useDeskState();
  const now = useNow(60_000);
  return desk?.sandbox && desk.aheadMs > 0 ? showDay(instantOf(now)) : undefined;
}
