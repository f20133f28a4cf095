import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled } from '#tests/support/settled-payment.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import {
  asking,
  askLateVoid,
  decider,
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

async function askRefund(amountCents: number) {
  const key = await paySettled(backend, call, amountCents);
  const refundKey = newKey();
  await call.desk.value('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body: { amountCents, reason: asking, verificationId: call.verificationId },
  });
  return refundKey;
}

async function askOverride(key: string, requestId: string = randomUUID()) {
  const { verificationId } = call;
  return call.desk.ask('askOverride', {
    params: { requestId },
    body: { key, reason: asking, verificationId },
  });
}

const queued = async (query = {}) =>
  (await supervisor.value('approvals', { query })).approvals.map(each => each.approvalId);

describe('the queue', () => {
  it('holds every kind, the oldest first, in the asker’s regions, and one kind alone where it is asked for', async () => {
    const refund = await askRefund(20_000);
    const late = randomUUID();
    await askLateVoid(call, await payPosted(backend, call), late);
    expect(await queued()).toEqual([refund, late]);
    expect(await queued({ kind: 'late_void' })).toEqual([late]);
    const [first] = (await supervisor.value('approvals', { query: {} })).approvals;
    expect(first).toMatchObject({
      kind: 'refund',
      amountCents: 20_000,
      guarantorName: expect.stringContaining(' '),
      askedByName: 'Rosa Ames',
      reason: asking,
    });
    const after = { afterAt: first?.askedAt, afterId: first?.approvalId };
    expect(await queued(after)).toEqual([late]);
    await backend.pool.query("UPDATE user_account SET regions = '{HI}' WHERE user_id = 'm.reyes'");
    const elsewhere = await backend.signIn('m.reyes');
    expect((await elsewhere.value('approvals', { query: {} })).approvals).toEqual([]);
    expect(await decider(elsewhere).send('refund', refund, 'approve', 'refund_now')).toMatchObject({
      problem: { code: 'refund_not_found' },
    });
    const { regions } = supervisor.session.user;
    await backend.pool.query("UPDATE user_account SET regions = $1 WHERE user_id = 'm.reyes'", [
      regions,
    ]);
    other = await backend.signIn('m.reyes');
    expect(await decider(supervisor).decide('refund', refund)).toMatchObject({
      value: { state: 'approved' },
    });
    await decider(supervisor).decide('late_void', late, 'decline');
    expect(await queued()).toEqual([]);
  });

  it('goes on page by page, and shows none twice and leaves none out', async () => {
    await backend.pool.query(
      `INSERT INTO approval_request (request_id, kind, guarantor_id, payment_key, amount_cents, reason, asked_at,
         asked_by, workstation_id)
       SELECT gen_random_uuid(), 'late_void', guarantor_id, key, amount_cents, 'one of many',
         taken_at, 'r.ames', $1
       FROM payment JOIN guarantor USING (guarantor_id)
       WHERE source = 'seeded' AND payment.state IN ('posted', 'settled') AND region = ANY ($2) ORDER BY key LIMIT 120`,
      [call.desk.workstationId, supervisor.session.user.regions],
    );
    const seen: string[] = [];
    let query = {};
    for (let page = 0; page < 4; page += 1) {
      const { approvals, next } = await supervisor.value('approvals', { query });
      seen.push(...approvals.map(each => each.approvalId));
      if (!next) break;
      query = next;
    }
    const { rows } = await backend.pool.query(
      'SELECT count(*) AS count FROM approval WHERE waiting',
    );
    expect(rows[0].count).toBeGreaterThan(50);
    expect(seen).toHaveLength(rows[0].count);
    expect(new Set(seen).size).toBe(seen.length);
    await backend.pool.query(
      `UPDATE approval_request SET state = 'declined', decided_at = now(), decided_by = 's.lindqvist',
         decided_why = 'one of many', decided_on_workstation = workstation_id WHERE reason = 'one of many'`,
    );
  });

  it('says of a second decision about a refund who decided what, and when', async () => {
    const refund = await askRefund(20_100);
    await decider(supervisor).decide('refund', refund);
    expect(await decider(other).send('refund', refund, 'decline', 'refund_now')).toMatchObject({
      problem: {
        code: 'decided_approved',
        meanwhile: { decision: 'approved', byName: 'Sanna Lindqvist', paymentState: 'refunded' },
      },
    });
  });
});

describe('another payment beside one whose outcome is open', () => {
  it('is asked for by whoever took the first, and allowed by a supervisor', async () => {
    call = await verifiedCall(await backend.signIn(), personas.consuelo);
    const open = await payUnknown(backend, call, 2_500, false);
    const requestId = randomUUID();
    expect(await askOverride(open.key, requestId)).toMatchObject({ value: { kind: 'override' } });
    expect(await askOverride(open.key)).toMatchObject({ problem: { code: 'approval_open' } });
    expect(await decider(supervisor).decide('override', requestId)).toMatchObject({
      value: { state: 'approved' },
    });
    expect((await call.balance()).accounts.some(account => account.held)).toBe(false);
    const { approvals } = await call.desk.value('approvalsOfPayment', {
      params: { key: open.key },
      query: { verificationId: call.verificationId },
    });
    expect(approvals).toMatchObject([
      { state: 'approved', decided: { byName: 'Sanna Lindqvist' } },
    ]);
    expect(await trailOf(backend, requestId)).toEqual([
      'approval_asked_override requested r.ames',
      'approval_decided_override approved s.lindqvist',
    ]);
    expect(await trailOf(backend, open.key)).toContain('payment_overridden succeeded s.lindqvist');
    await open.learn('not_charged');
  });

  it('needs nobody once the outcome is known: the request leaves the queue, and a late yes hears the outcome', async () => {
    call = await verifiedCall(await backend.signIn(), personas.darnell);
    const open = await payUnknown(backend, call, 2_500, true);
    const requestId = randomUUID();
    await askOverride(open.key, requestId);
    expect(await queued({ kind: 'override' })).toEqual([requestId]);
    await open.learn('approved');
    expect(await queued({ kind: 'override' })).toEqual([]);
    const late = decider(supervisor);
    expect(await late.send('override', requestId, 'approve', 'allow_payment')).toMatchObject({
      problem: { code: 'outcome_approved', meanwhile: { paymentState: 'approved' } },
    });
    expect(await stateOf(backend.pool, open.key)).toBe('approved');
    expect(await late.read('override', requestId)).toMatchObject({ state: 'lapsed' });
  });
});
