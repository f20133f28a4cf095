import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { settle } from '#tests/support/settled-payment.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import {
  asking,
  askLateVoid,
  decider,
  deciding,
  expectBooksAfterwards,
  openApprovals,
  payPosted,
  trailOf,
} from './second-person.ts';

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
afterEach(() => expectBooksAfterwards(backend));
afterAll(() => backend.stop());

async function asked(key: string): Promise<string> {
  const requestId = randomUUID();
  expect(await askLateVoid(call, key, requestId)).toMatchObject({ value: { state: 'requested' } });
  return requestId;
}

async function debited(): Promise<string> {
  const key = newKey();
  const order = await debitOrder(backend, call, 2_000, { debitOn: '2026-11-24' });
  expect(await call.pay({ ...order, duplicateAcknowledged: true }, key)).toMatchObject({
    value: { state: 'approved' },
  });
  return key;
}

async function refundOf(key: string) {
  const { rows } = await backend.pool.query(
    'SELECT state, amount_cents, asked_by, decided_by FROM refund WHERE payment_key = $1',
    [key],
  );
  return rows;
}

describe('a payment that is past its cut-off', () => {
  it('is voided when a second person agrees, with both signatures in the trail and its life', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    const seen = await decider(supervisor).read('late_void', requestId);
    expect(seen).toMatchObject({
      follows: 'void_card',
      refusal: null,
      payment: { state: 'posted', amountCents: 2_000, takenByName: 'Rosa Ames' },
    });
    expect(await decider(supervisor).decide('late_void', requestId)).toMatchObject({
      value: { state: 'approved', decided: { byName: 'Sanna Lindqvist', why: deciding } },
    });
    expect(await stateOf(backend.pool, key)).toBe('voided');
    expect(await trailOf(backend, requestId)).toEqual([
      'approval_asked_late_void requested r.ames',
      'approval_decided_late_void approved s.lindqvist',
    ]);
    expect((await trailOf(backend, key)).at(-1)).toBe('payment_moved voided s.lindqvist');
    const life = await supervisor.value('paymentLife', { params: { key } });
    expect(life.history.approvals).toMatchObject([
      { approvalId: requestId, reason: asking, askedByName: 'Rosa Ames', followed: 'void_card' },
    ]);
  });

  it('is given back whole once it has settled, where the processor refuses the void', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    await backend.orderFault({ kind: 'refuse', on: 'void' });
    await decider(supervisor).decide('late_void', requestId);
    expect((await backend.faults()).at(-1)).toMatchObject({ on: 'void', happened: 1 });
    expect(await refundOf(key)).toEqual([
      { state: 'approved', amount_cents: 2_000, asked_by: 'r.ames', decided_by: 's.lindqvist' },
    ]);
    await settle(backend, key, ['settled']);
    await expectStateToBecome(backend.pool, key, 'refunded');
    expect(await trailOf(backend, requestId)).toContain('late_void_refunded succeeded s.lindqvist');
  });

  it('is voided in the end while the processor is silent, however often it is decided', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    await backend.orderFault({ kind: 'time_out_before_acting', on: 'void' });
    const { send } = decider(supervisor);
    expect(await send('late_void', requestId, 'approve', 'void_card')).toMatchObject({ ok: true });
    expect((await backend.faults()).at(-1)).toMatchObject({ on: 'void', happened: 1 });
    expect(await stateOf(backend.pool, key)).toBe('posted');
    expect(await send('late_void', requestId, 'approve', 'void_card')).toMatchObject({ ok: true });
    backend.later(4_000);
    await expectStateToBecome(backend.pool, key, 'voided');
    expect(await refundOf(key)).toEqual([]);
  });

  it('is a debit at its bank: the whole goes back once it has settled, and nothing if it comes back', async () => {
    const [settled, returned] = [await debited(), await debited()];
    for (const key of [settled, returned]) {
      await settle(backend, key, ['originated']);
      const requestId = await asked(key);
      expect(await decider(supervisor).read('late_void', requestId)).toMatchObject({
        follows: 'refund_later',
      });
      expect(await decider(supervisor).decide('late_void', requestId)).toMatchObject({ ok: true });
      expect(await refundOf(key)).toMatchObject([{ state: 'approved' }]);
    }
    const client = await backend.pool.connect();
    await client.query('BEGIN');
    await client.query("UPDATE payment SET state = 'returned' WHERE key = $1", [returned]);
    const { rows } = await client.query('SELECT state FROM refund WHERE payment_key = $1', [
      returned,
    ]);
    await client.query('ROLLBACK');
    client.release();
    expect(rows).toEqual([{ state: 'refused' }]);
    expect(await refundOf(settled)).toMatchObject([
      { state: 'approved', decided_by: 's.lindqvist' },
    ]);
  });

  it('that is a debit nobody has heard of is voided within the approval', async () => {
    const key = await debited();
    backend.moveTo('2026-11-27T10:00-08:00');
    call = await verifiedCall(await backend.signIn());
    supervisor = await backend.signIn('s.lindqvist');
    other = await backend.signIn('m.reyes');
    const requestId = await asked(key);
    expect(await decider(supervisor).read('late_void', requestId)).toMatchObject({
      follows: 'void_debit',
    });
    await decider(supervisor).decide('late_void', requestId);
    expect(await stateOf(backend.pool, key)).toBe('voided');
  });
});

describe('a request to take a payment back late', () => {
  it('is refused where whoever took it may still do it, and where it has settled', async () => {
    const key = newKey();
    await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), key);
    expect(await askLateVoid(call, key)).toMatchObject({ problem: { code: 'void_instead' } });
    await settle(backend, key);
    expect(await askLateVoid(call, key)).toMatchObject({ problem: { code: 'not_voidable' } });
  });

  it('is kept once under its id, and once for a payment', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    expect(await askLateVoid(call, key, requestId)).toMatchObject({
      value: { approvalId: requestId },
    });
    expect(await askLateVoid(call, key)).toMatchObject({ problem: { code: 'approval_open' } });
    expect(await askLateVoid(call, await payPosted(backend, call), requestId)).toMatchObject({
      problem: { code: 'key_reused' },
    });
  });

  it('is not decided by whoever asked, without a reason, nor by somebody who is no supervisor any more', async () => {
    const key = await payPosted(backend, call);
    const requestId = randomUUID();
    expect(await askLateVoid(call, key, requestId, supervisor)).toMatchObject({ ok: true });
    const { read, send } = decider(supervisor);
    expect(await read('late_void', requestId)).toMatchObject({
      follows: null,
      refusal: 'own_approval',
    });
    expect(await send('late_void', requestId, 'approve', 'void_card')).toMatchObject({
      problem: { code: 'own_approval' },
    });
    const mine = decider(other);
    expect(await mine.send('late_void', requestId, 'approve', 'void_card', '  ')).toMatchObject({
      problem: { code: 'bad_request' },
    });
    const become = (role: string) =>
      backend.pool.query('UPDATE user_account SET role = $1 WHERE user_id = $2', [role, 'm.reyes']);
    await become('representative');
    expect(await mine.send('late_void', requestId, 'approve', 'void_card')).toMatchObject({
      ok: false,
    });
    await become('supervisor');
    other = await backend.signIn('m.reyes');
    expect(await stateOf(backend.pool, key)).toBe('posted');
    expect(await decider(other).decide('late_void', requestId, 'decline')).toMatchObject({
      value: { state: 'declined' },
    });
  });

  it('decided by two at once is decided by one; the other hears who decided what', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    const answers = await Promise.all([
      decider(supervisor).send('late_void', requestId, 'approve', 'void_card'),
      decider(other).send('late_void', requestId, 'decline', 'void_card'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const late = answers.find(answer => !answer.ok);
    expect(late).toMatchObject({
      problem: {
        code: 'approval_decided',
        meanwhile: { byName: expect.stringMatching(/Lindqvist|Reyes/), at: expect.any(String) },
      },
    });
  });

  it('that comes late is refused with what the payment became', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    await settle(backend, key, ['settled']);
    const { send, read } = decider(supervisor);
    expect(await send('late_void', requestId, 'approve', 'void_card')).toMatchObject({
      problem: { code: 'approval_differs', meanwhile: { paymentState: 'settled' } },
    });
    expect(await read('late_void', requestId)).toMatchObject({ follows: 'refund_now' });
    expect(await decider(supervisor).decide('late_void', requestId)).toMatchObject({ ok: true });
    await expectStateToBecome(backend.pool, key, 'refunded');
    const gone = await payPosted(backend, call);
    const lapsed = await asked(gone);
    await backend.pool.query(
      `UPDATE payment SET void_asked_at = now(), void_asked_by = 'r.ames', void_reason = 'by other means',
         claimed_until = '2026-01-01' WHERE key = $1`,
      [gone],
    );
    await expectStateToBecome(backend.pool, gone, 'voided');
    expect(await send('late_void', lapsed, 'approve', 'void_card')).toMatchObject({
      problem: { code: 'approval_over', meanwhile: { paymentState: 'voided' } },
    });
    expect(await read('late_void', lapsed)).toMatchObject({ state: 'lapsed', follows: null });
  });
});

describe('a late void that was approved', () => {
  it('is voided by another server where the first one ended between the decision and the money', async () => {
    const key = await payPosted(backend, call);
    const requestId = await asked(key);
    await backend.orderFault({ kind: 'time_out_before_acting', on: 'void', delayMs: 60_000 });
    const answer = decider(supervisor)
      .send('late_void', requestId, 'approve', 'void_card')
      .catch(() => 'the line broke');
    await expect.poll(async () => (await backend.faults()).at(-1)?.happened).toBe(1);
    await backend.stopServer();
    await answer;
    expect(await stateOf(backend.pool, key)).toBe('posted');
    expect(await trailOf(backend, requestId)).toHaveLength(2);
    await backend.forgetFaults();
    backend.later(4_000);
    await backend.startAnother();
    await expectStateToBecome(backend.pool, key, 'voided');
  });
});
