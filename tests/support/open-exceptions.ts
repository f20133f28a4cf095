import type { OpenedException } from '#shared/contract/exception-queue.ts';
import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import type { SignedIn } from './backend-client.ts';

/** What is open of one kind in a supervisor's queue, each with what is known of the thing itself, in its order. */
export async function openExceptions(
  supervisor: SignedIn,
  kind: ExceptionKind,
): Promise<OpenedException[]> {
  const query = { kind, whose: 'everybodys', standing: 'open' } as const;
  const { exceptions } = await supervisor.value('exceptionQueue', { query });
  return Promise.all(
    exceptions.map(({ caseId }) => supervisor.value('exception', { params: { caseId } })),
  );
}
