import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** Other desks and the bank change these lists; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

function useReadAgain<
  Name extends
    | 'payments.unknownOutcomes'
    | 'payments.unappliedCredits'
    | 'payments.achExceptions'
    | 'payments.returnRates'
    | 'authorisations.exceptions'
    | 'authorisations.unsigned',
>(name: Name): UseQueryResult<CallOutput<Name>, Refused> {
  return useQuery<CallOutput<Name>, Refused>({
    queryKey: [name, null],
    queryFn: () => ask(name, null as never),
    refetchInterval: READ_AGAIN_MS,
  });
}

/** The payments whose outcome is open, read again every few seconds while they are looked at. */
export const useUnknownOutcomes = () => useReadAgain('payments.unknownOutcomes');

/** What was paid twice and is to be refunded. */
export const useUnappliedCredits = () => useReadAgain('payments.unappliedCredits');

/** What banks sent back or refused, and debits that could not be sent. */
export const useAchExceptions = () => useReadAgain('payments.achExceptions');

/** Payments to come that a run could not take. */
export const useScheduledExceptions = () => useReadAgain('authorisations.exceptions');

/** Debits whose written copies have not come back signed. */
export const useUnsignedCopies = () => useReadAgain('authorisations.unsigned');

/** The share of debits that came back, by bank and company. */
export const useReturnRates = () => useReadAgain('payments.returnRates');
