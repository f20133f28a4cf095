import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { queuesOfAllRegions } from '#tests/support/queues-of-all-regions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** A supervisor of Hawaii, in books of which a twelfth is Hawaii's. */
const OWN = 'HI';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  await insteadOfPatients(backend, 400);
  await queuesOfAllRegions(backend);
  await backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
    [OWN],
  ]);
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

describe('what is of another region is as if it were not there:', () => {
  const someId = async (query: string): Promise<string> =>
    (await backend.pool.query(`SELECT ${query} LIMIT 1`, [OWN])).rows[0].id;
  const ofOthers = 'JOIN guarantor USING (guarantor_id) WHERE region <> $1';
  const problem = async (asked: ReturnType<SignedIn['ask']>) => {
    const answer = await asked;
    if (answer.ok) throw new Error('It was answered.');
    return answer.problem;
  };
  const reason = 'looked at the statement';
  const ways: Record<string, [string, (id: string) => ReturnType<SignedIn['ask']>]> = {
    'a payment’s life': [
      `payment.key AS id FROM payment ${ofOthers}`,
      key => supervisor.ask('paymentLife', { params: { key } }),
    ],
    'a payment’s requests': [
      `payment.key AS id FROM payment ${ofOthers}`,
      key => supervisor.ask('approvalsOfPayment', { params: { key } }),
    ],
    'a payment that is to be taken back late': [
      `payment.key AS id FROM payment ${ofOthers}`,
      key =>
        supervisor.ask('askLateVoid', {
          params: { requestId: randomUUID() },
          body: { key, reason, verificationId: null },
        }),
    ],
    'a request': [
      `request_id AS id FROM approval_request ${ofOthers}`,
      approvalId => supervisor.ask('approval', { params: { kind: 'late_void', approvalId } }),
    ],
    'a request that is decided': [
      `request_id AS id FROM approval_request ${ofOthers}`,
      approvalId =>
        supervisor.ask('decideApproval', {
          params: { kind: 'late_void', approvalId },
          body: { decision: 'decline', reason, follows: null },
        }),
    ],
    'a refund that is decided': [
      `refund_key AS id FROM refund JOIN payment ON key = payment_key ${ofOthers}`,
      approvalId =>
        supervisor.ask('decideApproval', {
          params: { kind: 'refund', approvalId },
          body: { decision: 'decline', reason, follows: null },
        }),
    ],
    'an exception': [
      `case_id AS id FROM exception_case ${ofOthers}`,
      caseId => supervisor.ask('exception', { params: { caseId } }),
    ],
    'an exception that is taken': [
      `case_id AS id FROM exception_case ${ofOthers}`,
      caseId => supervisor.ask('takeException', { params: { caseId } }),
    ],
    'an exception that is resolved': [
      `case_id AS id FROM exception_case ${ofOthers} AND resolved_at IS NOT NULL`,
      caseId => supervisor.ask('resolveException', { params: { caseId }, body: { reason } }),
    ],
    'an exception’s colleagues': [
      `case_id AS id FROM exception_case ${ofOthers}`,
      caseId => supervisor.ask('exceptionColleagues', { params: { caseId } }),
    ],
  };
  test.each(Object.entries(ways))('%s', async (_, [query, ask]) => {
    const theirs = await problem(ask(await someId(query)));
    const nobodys = await problem(ask('0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10'));
    expect(theirs).toEqual(nobodys);
    expect(theirs.status).toBe(404);
  });

  test('its floor, its day and its close', async () => {
    const params = { region: 'NCAL', day: '2026-11-19' };
    const cell = { stage: 'taken', method: 'card', source: 'ours' };
    for (const asked of [
      supervisor.ask('floor', { query: { region: 'NCAL', days: '7' } }),
      supervisor.ask('reconciledDay', { params, query: {} as { day: string } }),
      supervisor.ask('dayPayments', { params, query: cell as never }),
      supervisor.ask('closeDay', {
        params,
        body: { seen: '', notes: [], password: 'sandbox-only' },
      }),
    ]) {
      expect((await problem(asked)).code).toBe('not_allowed');
    }
  });
});
