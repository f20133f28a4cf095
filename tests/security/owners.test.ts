import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { addSupervisor } from '#tests/support/business-days.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { queuesOfAllRegions } from '#tests/support/queues-of-all-regions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const reason = 'looked at the statement';
let backend: TestBackend;
let supervisor: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  await insteadOfPatients(backend, 400);
  await queuesOfAllRegions(backend);
  await addSupervisor(backend);
});
beforeEach(async () => {
  supervisor = await backend.signIn('s.lindqvist');
  other = await backend.signIn('s.moreau');
});
afterAll(() => backend.stop());

const codeOf = async (asked: ReturnType<SignedIn['ask']>) => {
  const answer = await asked;
  return answer.ok ? 'done' : answer.problem.code;
};
async function some(query: string): Promise<string> {
  const { rows } = await backend.pool.query(`SELECT ${query} LIMIT 1`);
  return rows[0].id;
}
const openCase = () =>
  some(
    `case_id AS id FROM exception_case WHERE resolved_at IS NULL AND owner IS NULL AND kind = 'duplicate'`,
  );
const openRequest = () =>
  some(`request_id AS id FROM approval_request WHERE approval_request.state = 'requested'`);

const decide = (who: SignedIn, approvalId: string, decision: 'approve' | 'decline', why = reason) =>
  who.ask('decideApproval', {
    params: { kind: 'late_void', approvalId },
    body: { decision, reason: why, follows: null },
  });

describe('a reason', () => {
  test.each([
    ['of nothing', ''],
    ['of blanks', '   '],
    ['of blanks without width', '\u200b'.repeat(20)],
    ['of signs that turn letters round', '\u202e\u202c\u202e'],
    ['of one letter', 'x'],
    ['of ten thousand letters', 'x'.repeat(10_000)],
    ['with a card number', 'paid with 4242 4242 4242 4242'],
  ])('%s decides, hands over and resolves nothing', async (_, why) => {
    const [approvalId, caseId] = [await openRequest(), await openCase()];
    const params = { caseId };
    const codes = [
      await codeOf(decide(supervisor, approvalId, 'decline', why)),
      await codeOf(
        supervisor.ask('handOverException', { params, body: { to: 's.moreau', note: why } }),
      ),
      await codeOf(supervisor.ask('resolveException', { params, body: { reason: why } })),
    ];
    expect(new Set(codes)).toEqual(
      new Set([why.includes('4242') ? 'card_in_reason' : 'bad_request']),
    );
    const { rows } = await backend.pool.query(
      `SELECT approval_request.state, owner, resolved_at AS resolved FROM approval_request, exception_case
       WHERE request_id = $1 AND case_id = $2`,
      [approvalId, caseId],
    );
    expect(rows).toEqual([{ state: 'requested', owner: null, resolved: null }]);
  });
});

describe('an exception', () => {
  test('whose owner has left can be taken over, and they can do nothing with it any more', async () => {
    const params = { caseId: await openCase() };
    expect(await codeOf(other.ask('takeException', { params }))).toBe('done');
    expect(await codeOf(supervisor.ask('takeException', { params }))).toBe('exception_taken');
    await backend.pool.query(
      `UPDATE user_account SET role = 'representative' WHERE user_id = 's.moreau'`,
    );
    expect(await codeOf(other.ask('resolveException', { params, body: { reason } }))).toBe(
      'not_allowed',
    );
    const { colleagues } = await supervisor.value('exceptionColleagues', { params });
    expect(colleagues.map(({ userId }) => userId)).toEqual(['s.lindqvist']);
    const toThemselves = { to: 's.lindqvist', note: 'has left' };
    expect(await codeOf(supervisor.ask('handOverException', { params, body: toThemselves }))).toBe(
      'done',
    );
    expect(await codeOf(supervisor.ask('resolveException', { params, body: { reason } }))).toBe(
      'done',
    );
    await backend.pool.query(
      `UPDATE user_account SET role = 'supervisor' WHERE user_id = 's.moreau'`,
    );
  });

  test.each(['nobody', 'r.ames', "' OR true --", '%'])('is not handed to %s', async to => {
    const params = { caseId: await openCase() };
    const asked = supervisor.ask('handOverException', { params, body: { to, note: reason } });
    expect(await codeOf(asked)).toBe('colleague_not_found');
  });

  test('that two take at once is one’s, and that two resolve at once is resolved once', async () => {
    const params = { caseId: await openCase() };
    const taken = await Promise.all(
      [supervisor, other].map(who => codeOf(who.ask('takeException', { params }))),
    );
    expect(taken.toSorted()).toEqual(['done', 'exception_taken']);
    const owner = taken[0] === 'done' ? supervisor : other;
    const resolved = await Promise.all(
      [1, 2].map(() => codeOf(owner.ask('resolveException', { params, body: { reason } }))),
    );
    expect(resolved.toSorted()).toEqual(['done', 'exception_resolved']);
    expect(await codeOf(supervisor.ask('takeException', { params }))).toBe('exception_resolved');
  });
});

describe('a request', () => {
  test('is not decided by whoever asked, though they are a supervisor by now', async () => {
    const approvalId = await openRequest();
    await backend.pool.query(
      `UPDATE user_account SET role = 'supervisor' WHERE user_id = 'r.ames'`,
    );
    const asker = await backend.signIn('r.ames');
    for (const decision of ['approve', 'decline'] as const) {
      expect(await codeOf(decide(asker, approvalId, decision))).toBe('own_approval');
    }
    await backend.pool.query(
      `UPDATE user_account SET role = 'representative' WHERE user_id = 'r.ames'`,
    );
  });

  test('decided by two at once is decided by one of them, and signed with that one’s word', async () => {
    const approvalId = await openRequest();
    const codes = await Promise.all([
      codeOf(decide(supervisor, approvalId, 'decline')),
      codeOf(decide(other, approvalId, 'decline', 'another word about it')),
    ]);
    expect(codes.toSorted()).toEqual(['approval_decided', 'done']);
    const { rows } = await backend.pool.query(
      'SELECT state, decided_by AS by, decided_why AS why FROM approval_request WHERE request_id = $1',
      [approvalId],
    );
    expect(rows).toEqual([
      codes[0] === 'done'
        ? { state: 'declined', by: 's.lindqvist', why: reason }
        : { state: 'declined', by: 's.moreau', why: 'another word about it' },
    ]);
  });

  test('asked for under an id that another has is refused, whosever it is', async () => {
    const requestId = await openRequest();
    const key = await some(
      `payment.key AS id FROM payment WHERE payment.state = 'posted' AND key <> (SELECT payment_key FROM approval_request
         WHERE request_id = '${requestId}')`,
    );
    const asked = supervisor.ask('askLateVoid', {
      params: { requestId },
      body: { key, reason, verificationId: null },
    });
    expect(await codeOf(asked)).toBe('key_reused');
  });
});
