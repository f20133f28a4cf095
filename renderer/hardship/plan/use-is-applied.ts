import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { openApplicationStates } from '#shared/assistance/application-states.ts';
import { useAsk } from '../../desk/ask.ts';

const undecided: readonly AssistanceApplication['state'][] = ['draft', ...openApplicationStates];

/** Whether an application of this case is still to be decided: what it awards needs no plan. */
export function useIsApplied(caseId: string): boolean {
  const { data } = useAsk('applications.read', { caseId });
  return data?.applications.some(({ state }) => undecided.includes(state)) ?? false;
}
