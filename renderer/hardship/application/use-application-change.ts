import { useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#shared/desk/calls.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useReadCasesAgain } from '../use-cases.ts';

type Change =
  | 'applications.begin'
  | 'applications.submit'
  | 'applications.requirement'
  | 'applications.decide'
  | 'applications.appeal'
  | 'applications.withdraw';

/** Changes an application; afterwards it is read again with its case and the ground of its plan, also where it was refused. */
export function useApplicationChange<Name extends Change>(name: Name, heard: string) {
  const queries = useQueryClient();
  const readCasesAgain = useReadCasesAgain();
  const change = useAskTo(name);
  const onSettled = () => {
    // An award takes off what a plan would pay.
    for (const name of [
      'applications.read',
      'applications.waiting',
      'applications.decided',
      'documents.list',
      'hardshipPlans.ground',
    ]) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
    readCasesAgain();
  };
  return {
    busy: change.isPending,
    refused: change.error,
    done: change.isSuccess,
    run(input: CallInput<Name>, onDone: () => void = () => undefined) {
      if (change.isPending) return;
      const onSuccess = () => {
        announce(heard);
        onDone();
      };
      change.mutate(input, { onSuccess, onSettled });
    },
  };
}
