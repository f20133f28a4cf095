import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ApprovalKind } from '#shared/billing/approval.ts';
import { newKey, type VerifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

export const asking = 'the caller paid the wrong bill';
export const deciding = 'looked at the statement';

/** Another supervisor of the same regions. */
async function anotherSupervisor(backend: TestBackend): Promise<SignedIn> {
  await backend.pool.query(
    `INSERT INTO user_account SELECT (jsonb_populate_record(user_account,
       '{"user_id": "m.reyes", "name": "Mara Reyes"}')).* FROM user_account WHERE user_id = 's.lindqvist'`,
  );
  return backend.signIn('m.reyes');
}

/** The Tuesday before Thanksgiving, with two supervisors who may decide. */
export async function openApprovals() {
  const backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  const supervisor = await backend.signIn('s.lindqvist');
  return { backend, supervisor, other: await anotherSupervisor(backend) };
}

/** After each test: its faults are over, and the books agree with what was decided. */
export async function expectBooksAfterwards(backend: TestBackend): Promise<void> {
  await backend.forgetFaults();
  await expectBooksToAgree(backend.pool);
}

/** Decides as the queue does: with what it says follows; gives the state, or the problem. */
export function decider(who: SignedIn) {
  const read = (kind: ApprovalKind, approvalId: string) =>
    who.value('approval', { params: { kind, approvalId } });
  const send = (
    kind: ApprovalKind,
    approvalId: string,
    decision: 'approve' | 'decline',
    follows: Awaited<ReturnType<typeof read>>['follows'],
    reason = deciding,
  ) =>
    who.ask('decideApproval', {
      params: { kind, approvalId },
      body: { decision, reason, follows },
    });
  return {
    read,
    send,
    async decide(
      kind: ApprovalKind,
      approvalId: string,
      decision: 'approve' | 'decline' = 'approve',
    ) {
      const { follows } = await read(kind, approvalId);
      return send(kind, approvalId, decision, follows);
    },
  };
}

/** A card payment that is past its cut-off: taken, and posted. */
export async function payPosted(
  { pool, now }: TestBackend,
  call: VerifiedCall,
  amountCents = 2_000,
): Promise<string> {
  const key = newKey();
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  expect(await call.pay(order, key)).toMatchObject({ value: { state: 'approved' } });
  await pool.query(`UPDATE payment SET state = 'posted', state_at = $2 WHERE key = $1`, [
    key,
    new Date(now()).toISOString(),
  ]);
  return key;
}

export function askLateVoid(
  call: VerifiedCall,
  key: string,
  requestId: string = randomUUID(),
  who: SignedIn = call.desk,
) {
  const verificationId = who === call.desk ? call.verificationId : null;
  return who.ask('askLateVoid', {
    params: { requestId },
    body: { key, reason: asking, verificationId },
  });
}

/** What the audit trail says about a subject: action, outcome and user, in order. */
export async function trailOf({ pool }: TestBackend, subject: string): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT concat_ws(' ', content::jsonb->>'action', content::jsonb->>'outcome', content::jsonb->>'user') AS said
     FROM audit_record WHERE content::jsonb->>'subject' = $1 ORDER BY number`,
    [subject],
  );
  return rows.map(({ said }) => said);
}
