import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput, DeskBridge } from '#shared/desk/calls.ts';
import { keepAnswer } from './keep-answer.ts';
import { Refused } from './refused.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** Asks the main process; gives the value, or throws `Refused` with a sentence for a person. */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await window.desk.ask(name, input);
  if (!reply.ok) throw new Refused(reply);
  return reply.value;
}

/** Reads through the door, keyed by the call's name; read again when the main process says there is news. */
export function useAsk<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  when: { enabled?: boolean } = {},
): UseQueryResult<CallOutput<Name>, Refused> {
  return useQuery<CallOutput<Name>, Refused>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: when.enabled ?? true,
  });
}

/** Does something through the door: `mutate(input)`. An answer that is the open call is kept as such. */
export function useAskTo<Name extends CallName>(
  name: Name,
): UseMutationResult<CallOutput<Name>, Refused, CallInput<Name>> {
  const queries = useQueryClient();
  return useMutation<CallOutput<Name>, Refused, CallInput<Name>>({
    mutationKey: [name],
    mutationFn: input => ask(name, input),
    onSuccess: value => keepAnswer(queries, name, value),
  });
}
