import { isAway } from '#shared/desk/state.ts';
import { useDeskState } from './use-desk-state.ts';

/** Whether nothing can be asked of the backend now. */
export function useAway(): boolean {
  const desk = useDeskState();
  return desk !== undefined && isAway(desk.backend);
}
