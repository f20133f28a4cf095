import type { QueryClient } from '@tanstack/react-query';
import type { CallName } from '#shared/desk/calls.ts';

const answeredWithTheCall: readonly CallName[] = [
  'call.start',
  'call.setOptions',
  'call.said',
  'patients.choose',
  'verification.begin',
  'verification.answer',
  'capture.open',
  'capture.close',
  'capture.discard',
  'debits.agree',
  'storedMethods.choose',
  'storedMethods.keep',
];

/** An answer that is the open call replaces what is shown of it at once, without asking a second time. */
export function keepAnswer(queries: QueryClient, name: CallName, value: unknown): void {
  if (answeredWithTheCall.includes(name)) queries.setQueryData(['call.current', null], value);
  if (name === 'call.wrapUp') queries.setQueryData(['call.current', null], null);
}
