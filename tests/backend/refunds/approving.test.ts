import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled } from '#tests/support/settled-payment.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { openApprovals } from '../approvals/second-person.ts';

/** A cent above what needs no second person. */
const NEEDS_APPROVAL = 10_001;

let backend: TestBackend;
let call: VerifiedCall;
let supervisor: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  ({ backend, supervisor, other } = await openApprovals());
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

async function ask(who = call.desk, amountCents = NEEDS_APPROVAL) {
  const key = await paySettled(backend, call, amountCents);
  const refundKey = newKey();
  const verificationId = who === call.desk ? call.verificationId : null;
  const refund = await who.value('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body: { amountCents, reason: 'paid by mistake', verificationId },
  });
  return { key, refundKey, refund };
}

async function decide(
  who: SignedIn,
  refundKey: string,
  decision: 'approve' | 'decline' = 'approve',
) {
  const params = { kind: 'refund' as const, approvalId: refundKey };
  const body = { decision, reason: 'looked at the statement', follows: null };
  const answer = await who.ask('decideApproval', { params, body });
  return answer.ok ? answer.value.refundState : answer.problem.code;
}

const waiting = async () =>
  (await supervisor.value('approvals', { query: { kind: 'refund' } })).approvals;

async function refundsThere(refundKey: string): Promise<number> {
  const { rows } = await backend.pool.query(
    'SELECT count(*) FROM sandbox_processor.refund WHERE refund_key = $1',
    [refundKey],
  );
  return rows[0].count;
}

describe('a refund above the organization’s limit', () => {
  it('waits, and nobody is asked to pay it before a supervisor has approved it', async () => {
    const { key, refundKey, refund } = await ask();
    expect(refund).toMatchObject({ state: 'requested', askedByName: 'Rosa Ames' });
    expect(await refundsThere(refundKey)).toBe(0);
    expect(await waiting()).toMatchObject([{ approvalId: refundKey, askedBy: 'r.ames' }]);
    const params = { kind: 'refund' as const, approvalId: refundKey };
    const { payment } = await supervisor.value('approval', { params });
    expect(payment).toMatchObject({ amountCents: NEEDS_APPROVAL, method: { kind: 'card' } });
    expect(await decide(supervisor, refundKey)).toBe('refunded');
    expect(await stateOf(backend.pool, key)).toBe('refunded');
    expect(await waiting()).toEqual([]);
  });

  it('that is declined pays nothing, and another may be asked for', async () => {
    const { key, refundKey } = await ask();
    expect(await decide(supervisor, refundKey, 'decline')).toBe('declined');
    expect(await refundsThere(refundKey)).toBe(0);
    expect(await stateOf(backend.pool, key)).toBe('settled');
    const history = await call.desk.value('paymentHistory', {
      params: { key },
      query: { verificationId: call.verificationId },
    });
    expect(history.refunds).toMatchObject([
      {
        state: 'declined',
        decidedWhy: 'looked at the statement',
        decidedByName: 'Sanna Lindqvist',
      },
    ]);
    expect(history.refusals.refund).toBeNull();
  });

  it('is not decided by whoever asked for it, nor by anybody who is no supervisor', async () => {
    const { refundKey } = await ask(supervisor);
    expect(await decide(supervisor, refundKey)).toBe('own_refund');
    expect(await decide(call.desk, refundKey)).toBe('not_allowed');
    expect(await decide(other, newKey())).toBe('refund_not_found');
    expect(await decide(other, refundKey)).toBe('refunded');
  });

  it('is decided once: a decision that comes late is refused with what was decided', async () => {
    const first = await ask();
    expect(await decide(supervisor, first.refundKey)).toBe('refunded');
    expect(await decide(supervisor, first.refundKey)).toBe('refunded');
    expect(await decide(other, first.refundKey, 'decline')).toBe('decided_approved');
    const second = await ask();
    expect(await decide(supervisor, second.refundKey, 'decline')).toBe('declined');
    expect(await decide(other, second.refundKey)).toBe('decided_declined');
  });

  it('decided by two at the same moment is decided by one of them', async () => {
    const { refundKey } = await ask();
    const outcomes = await Promise.all([
      decide(supervisor, refundKey),
      decide(other, refundKey, 'decline'),
    ]);
    expect([
      ['refunded', 'decided_approved'],
      ['decided_declined', 'declined'],
    ]).toContainEqual(outcomes);
  });

  it('begins at a cent above the limit', async () => {
    expect((await ask(call.desk, NEEDS_APPROVAL - 1)).refund.state).toBe('refunded');
    const { refundKey, refund } = await ask();
    expect(refund.state).toBe('requested');
    await decide(supervisor, refundKey, 'decline');
  });

  it('that is approved while the processor is slow is paid once all the same', async () => {
    const { refundKey } = await ask();
    await backend.orderFault({ kind: 'slow_after_acting', on: 'refund', delayMs: 5_000 });
    expect(await decide(supervisor, refundKey)).toBe('sent');
    expect((await backend.faults()).at(-1)).toMatchObject({ on: 'refund', happened: 1 });
    backend.later(4_000);
    expect(await waiting()).toEqual([]);
    await expect
      .poll(
        async () => {
          const { rows } = await backend.pool.query(
            'SELECT state FROM refund WHERE refund_key = $1',
            [refundKey],
          );
          return rows[0].state;
        },
        { timeout: 5_000 },
      )
      .toBe('refunded');
    expect(await refundsThere(refundKey)).toBe(1);
  });
});
