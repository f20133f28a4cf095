import type { UseMutationResult } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import { useAskTo } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';
import { announce } from '../parts/announce.tsx';
import { useReadCasesAgain } from './use-cases.ts';

/** Does something in a case: `run(input)`, after which list and case are read again, whatever came of it. */
export function useCaseWork<Name extends CallName>(
  name: Name,
  heard: string,
  onDone?: () => void,
): { asked: UseMutationResult<CallOutput<Name>, Refused, CallInput<Name>>; run: Run<Name> } {
  const asked = useAskTo(name);
  const readAgain = useReadCasesAgain();
  const run: Run<Name> = input => {
    if (asked.isPending) return;
    const onSuccess = () => {
      announce(heard);
      onDone?.();
    };
    asked.mutate(input, { onSuccess, onSettled: readAgain });
  };
  return { asked, run };
}

type Run<Name extends CallName> = (input: CallInput<Name>) => void;
