import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '#backend/sandbox/processor/faults.ts';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

const { marisol, consuelo, priya, darnell, hannah, earl, bertram, otis } = personas;
/** Each test has a bill of its own, so that what one leaves open holds no other. */
const bills = [marisol, consuelo, priya, darnell, hannah, earl, bertram, otis];
/** How long the backend waits for the processor. */
const PATIENCE_MS = 800;
/** When an outcome that nobody knows is asked for again. */
const ASKED_AGAIN_MS = 3_000;

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ processorTimeoutMs: PATIENCE_MS });
});
afterEach(() => backend.forgetFaults());
afterAll(() => backend.stop());

async function payDuring(kind: Fault['kind'], delayMs = 0) {
  call = await verifiedCall(await backend.signIn(), bills.pop());
  await backend.orderFault({ kind, delayMs });
  const key = newKey();
  const order = await call.order(2_500);
  const answer = await call.pay(order, key);
  expect(await backend.faults()).toMatchObject([{ kind, happened: 1 }]);
  return { key, order, answer };
}

const chargedUnder = (key: string) => processorCharges(backend.pool, [key]);

describe('when the processor charges and its answer is lost', () => {
  it.each(['time_out_after_acting', 'nonsense'] as const)(
    '%s: the outcome is unknown, is asked for by key, and the payment is approved once',
    async kind => {
      const { key, answer } = await payDuring(kind);
      expect(answer).toMatchObject({ ok: true, value: { state: 'unknown', confirmation: null } });
      expect(await chargedUnder(key)).toMatchObject([{ key }]);
      backend.later(ASKED_AGAIN_MS);
      await expectStateToBecome(backend.pool, key, 'approved');
      expect(await chargedUnder(key)).toMatchObject([{ key, amount_cents: 2_500 }]);
      await expectBooksToAgree(backend.pool);
    },
  );

  it('no second payment starts on the account until the outcome is known', async () => {
    const { key } = await payDuring('time_out_after_acting');
    await backend.orderFault({ kind: 'server_error', on: 'find', times: 1_000 });
    backend.later(ASKED_AGAIN_MS);
    await expect.poll(async () => (await backend.faults())[1]?.happened).toBeGreaterThan(0);
    const second = await call.pay(await call.order(100));
    expect(second).toMatchObject({ ok: false, problem: { code: 'account_held' } });
    expect((await call.balance()).accounts.some(account => account.held)).toBe(true);
    expect(await stateOf(backend.pool, key)).toBe('unknown');
    await backend.forgetFaults();
    backend.later(ASKED_AGAIN_MS);
    await expectStateToBecome(backend.pool, key, 'approved');
  });
});

describe('when the processor does not charge and does not answer', () => {
  it.each(['time_out_before_acting', 'server_error'] as const)(
    '%s: the payment ends as not charged, and the card can be taken again',
    async kind => {
      const { key, answer } = await payDuring(kind);
      expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
      backend.later(ASKED_AGAIN_MS);
      await expectStateToBecome(backend.pool, key, 'not_charged');
      expect(await chargedUnder(key)).toEqual([]);
      const again = await call.pay(await call.order(2_500));
      expect(again).toMatchObject({ ok: true, value: { state: 'approved' } });
      await expectBooksToAgree(backend.pool);
    },
  );
});

describe('when the processor is slower than anybody waits', () => {
  it('a charge that would come after the key was closed does not come', async () => {
    const chargeDueMs = 4 * PATIENCE_MS;
    const { key, answer } = await payDuring('slow', chargeDueMs);
    const dueAt = performance.now() + chargeDueMs;
    expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
    expect(await chargedUnder(key)).toEqual([]);
    backend.later(ASKED_AGAIN_MS);
    await expectStateToBecome(backend.pool, key, 'not_charged');
    await new Promise(resolve => setTimeout(resolve, dueAt - performance.now()));
    expect(await chargedUnder(key)).toEqual([]);
    await expectBooksToAgree(backend.pool);
  });

  it('a charge that came late, before anybody asked, is found', async () => {
    const { key, answer } = await payDuring('slow', 2 * PATIENCE_MS);
    expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
    await expect.poll(() => chargedUnder(key)).toHaveLength(1);
    backend.later(ASKED_AGAIN_MS);
    await expectStateToBecome(backend.pool, key, 'approved');
    await expectBooksToAgree(backend.pool);
  });
});

describe('when the processor answers twice', () => {
  it('its reply and its notice close the payment once', async () => {
    const { key, answer } = await payDuring('answer_twice');
    expect(answer).toMatchObject({ ok: true, value: { state: 'approved' } });
    const { rows } = await backend.pool.query(
      'SELECT count(*) AS entries FROM ledger_entry WHERE payment_key = $1',
      [key],
    );
    expect(rows).toEqual([{ entries: 1 }]);
    await expectBooksToAgree(backend.pool);
  });
});
