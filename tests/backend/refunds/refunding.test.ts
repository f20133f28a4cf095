import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled, settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

/** Ten in the morning in California, on the Tuesday before Thanksgiving. */
const TUESDAY_MORNING = '2026-11-24T10:00-08:00';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: TUESDAY_MORNING });
});
beforeEach(async () => {
  backend.moveTo(TUESDAY_MORNING);
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

interface Wish {
  refundKey?: string;
  amountCents?: number;
  reason?: string;
  who?: SignedIn;
}

function ask(key: string, { refundKey = newKey(), who = call.desk, ...wish }: Wish = {}) {
  const body = {
    amountCents: 2_000,
    reason: 'paid by mistake',
    verificationId: who === call.desk ? call.verificationId : null,
    ...wish,
  };
  return who.ask('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body,
  });
}

async function outcomeOf(asked: ReturnType<typeof ask>): Promise<string> {
  const answer = await asked;
  return answer.ok ? answer.value.state : answer.problem.code;
}

describe('a refund', () => {
  it('given back whole reopens what was paid, and the payment is refunded', async () => {
    const before = await call.balance();
    const key = await paySettled(backend, call, 2_000);
    expect(await outcomeOf(ask(key))).toBe('refunded');
    const after = await call.balance();
    expect(after.accounts).toEqual(before.accounts);
    expect(after.charges).toEqual(before.charges);
    expect(await stateOf(backend.pool, key)).toBe('refunded');
    expect(await outcomeOf(ask(key))).toBe('not_refundable');
  });

  it('of a part leaves the payment settled, and only what is left can follow', async () => {
    const key = await paySettled(backend, call, 2_000);
    expect(await outcomeOf(ask(key, { amountCents: 500 }))).toBe('refunded');
    expect(await stateOf(backend.pool, key)).toBe('settled');
    expect(await outcomeOf(ask(key, { amountCents: 1_501 }))).toBe('refund_over_paid');
    expect(await outcomeOf(ask(key, { amountCents: 1_500 }))).toBe('refunded');
    expect(await stateOf(backend.pool, key)).toBe('refunded');
  });

  it('sent again under its key gives the same answer and moves nothing; another one is refused', async () => {
    const key = await paySettled(backend, call, 2_000);
    const refundKey = newKey();
    const first = await ask(key, { refundKey, amountCents: 700 });
    expect(await ask(key, { refundKey, amountCents: 700 })).toEqual(first);
    expect(await outcomeOf(ask(key, { refundKey, amountCents: 800 }))).toBe('key_reused');
  });

  it('asked for many times at once, under one key or several, gives back no more than was paid', async () => {
    const key = await paySettled(backend, call, 2_000);
    const refundKey = newKey();
    const same = Array.from({ length: 4 }, () => outcomeOf(ask(key, { refundKey })));
    const other = Array.from({ length: 4 }, () => outcomeOf(ask(key)));
    const outcomes = await Promise.all([...same, ...other]);
    expect(outcomes.filter(each => each === 'refunded' || each === 'sent').length).toBeGreaterThan(
      0,
    );
    const { rows } = await backend.pool.query(
      `SELECT count(*) FROM refund WHERE payment_key = $1 AND state = 'refunded'`,
      [key],
    );
    expect(rows).toEqual([{ count: 1 }]);
    expect(await stateOf(backend.pool, key)).toBe('refunded');
  });

  it('of a payment that has not settled is refused with what can be done instead', async () => {
    const key = newKey();
    await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), key);
    expect(await outcomeOf(ask(key))).toBe('void_instead');
    backend.moveTo('2026-11-24T17:01-08:00');
    call = await verifiedCall(await backend.signIn());
    expect(await outcomeOf(ask(key))).toBe('not_settled_yet');
    await settle(backend, key);
    expect(await outcomeOf(ask(key))).toBe('refunded');
  });

  it('is never for a payment that was voided, declined or returned', async () => {
    const voided = newKey();
    await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), voided);
    const body = { reason: 'wrong account' };
    await call.desk.value('voidPayment', { params: { key: voided }, body });
    expect(await outcomeOf(ask(voided))).toBe('not_refundable');
    const declined = newKey();
    const token = await call.capture('4000000000009995');
    const method = { kind: 'card', token } as const;
    await call.pay(await call.order(1_900, { method, duplicateAcknowledged: true }), declined);
    expect(await outcomeOf(ask(declined))).toBe('not_refundable');
  });

  it('needs a verified caller, keeps no card number, and knows no payment of another guarantor', async () => {
    const key = await paySettled(backend, call, 2_000);
    const other = await backend.signIn('c.okafor');
    expect(await outcomeOf(ask(key, { who: other }))).toBe('not_verified');
    expect(await outcomeOf(ask(key, { reason: 'back to 4242 4242 4242 4242' }))).toBe(
      'card_in_reason',
    );
    expect(await outcomeOf(ask(newKey()))).toBe('payment_not_found');
  });
});

describe('a refund whose processor stays silent', () => {
  it.each(['time_out_after_acting', 'time_out_before_acting', 'server_error', 'nonsense'] as const)(
    'by %s stays sent and is finished later, once',
    async kind => {
      const key = await paySettled(backend, call, 2_000);
      await backend.forgetFaults();
      await backend.orderFault({ kind, on: 'refund' });
      const refundKey = newKey();
      expect(await outcomeOf(ask(key, { refundKey }))).toBe('sent');
      expect(await backend.faults()).toMatchObject([{ kind, happened: 1 }]);
      expect(await outcomeOf(ask(key))).toBe('refund_open');
      backend.later(4_000);
      await expect
        .poll(() => outcomeOf(ask(key, { refundKey })), { timeout: 5_000 })
        .toBe('refunded');
    },
  );

  it('that the processor will not pay ends refused, and opens nothing', async () => {
    const key = await paySettled(backend, call, 2_000);
    await backend.pool.query(
      'UPDATE sandbox_processor.attempt SET voided_at = now() WHERE key = $1',
      [key],
    );
    const before = await call.balance();
    expect(await outcomeOf(ask(key))).toBe('refused');
    expect((await call.balance()).charges).toEqual(before.charges);
    await backend.pool.query(
      'UPDATE sandbox_processor.attempt SET voided_at = NULL WHERE key = $1',
      [key],
    );
    expect(await outcomeOf(ask(key))).toBe('refunded');
  });
});
