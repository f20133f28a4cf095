import type { personas } from '#backend/seed/personas.ts';
import type { ExceptionCase } from '#shared/contract/exception-queue.ts';
import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

export const reason = 'Spoke with the patient and with the bank.';

type Query = { kind?: ExceptionKind; whose?: 'mine' | 'nobodys'; standing?: 'resolved' };

/** Two supervisors over one queue, and whoever takes the calls of which it fills. */
export interface QueueDesk {
  readonly backend: TestBackend;
  readonly lead: SignedIn;
  readonly other: SignedIn;
  listed(query?: Query, who?: SignedIn): Promise<ExceptionCase[]>;
  ofPayment(kind: ExceptionKind, key: string, query?: Query): Promise<ExceptionCase | undefined>;
  /** Puts an end to one; gives `done`, or the code it is refused with. */
  resolve(caseId: string, who?: SignedIn): Promise<string>;
  /** The first call of a test has the representative's own desk. */
  callAbout(persona: (typeof personas)[keyof typeof personas]): ReturnType<typeof verifiedCall>;
  /** Ends it all; the books agree with what was done. */
  close(): Promise<void>;
}

export const at = (caseId: string) => ({ params: { caseId } });

export async function openQueueDesk(): Promise<QueueDesk> {
  const backend = await startTestBackend();
  const lead = await backend.signIn('s.lindqvist');
  // Anybody's role may be changed; the second supervisor is a counselor of the sandbox otherwise.
  await backend.pool.query(
    "UPDATE user_account SET role = 'supervisor' WHERE user_id = 'c.okafor'",
  );
  const other = await backend.signIn('c.okafor');
  const listed: QueueDesk['listed'] = async (query = {}, who = lead) => {
    const all = { whose: 'everybodys' as const, standing: 'open' as const, ...query };
    return (await who.value('exceptionQueue', { query: all })).exceptions;
  };
  return {
    backend,
    lead,
    other,
    listed,
    ofPayment: async (kind, key, query = {}) =>
      (await listed({ kind, ...query })).find(each => each.paymentKey === key),
    async resolve(caseId, who = lead) {
      const answer = await who.ask('resolveException', { ...at(caseId), body: { reason } });
      return answer.ok ? 'done' : answer.problem.code;
    },
    callAbout: async persona => verifiedCall(await backend.signIn(), persona),
    async close() {
      await expectBooksToAgree(backend.pool);
      await backend.stop();
    },
  };
}
