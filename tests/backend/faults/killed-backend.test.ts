import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#backend/sandbox/processor/faults.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { type BackendChild, startChild } from '#tests/support/backend-child.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

// One for each test: its clock goes on by more than the lease, which the child's does not.
let backend: TestBackend;
let child: BackendChild;
beforeEach(async () => {
  backend = await startTestBackend();
  child = await startChild(backend);
});
afterEach(() => backend.stop());

/** Longer than the killed server's lease. */
const LEASE_OVER_MS = 31_000;

async function killDuring(kind: Fault['kind']): Promise<string> {
  const call = await verifiedCall(await signIn(child.url));
  const order = await call.order(4_200);
  await backend.orderFault({ kind, delayMs: 7_500 });
  const key = newKey();
  const answer = call.pay(order, key).catch(() => 'cut off');
  await expect
    .poll(() => backend.faults(), { timeout: 30_000, interval: 20 })
    .toMatchObject([{ happened: 1 }]);
  if (kind === 'slow_after_acting') {
    await expect.poll(() => processorCharges(backend.pool), { interval: 20 }).toHaveLength(1);
  }
  await child.kill();
  expect(await answer).toBe('cut off');
  expect(await stateOf(backend.pool, key)).toBe('sent');
  return key;
}

describe('when the backend is killed in the middle of a payment', () => {
  it('after the claim, before the charge: the next server makes sure that none was made', async () => {
    const key = await killDuring('time_out_before_acting');
    expect(await processorCharges(backend.pool)).toEqual([]);
    backend.later(LEASE_OVER_MS);
    await expectStateToBecome(backend.pool, key, 'not_charged');
    expect(await processorCharges(backend.pool)).toEqual([]);
    await expectBooksToAgree(backend.pool);
  });

  it('after the charge, before it is written: the next server finds it and writes it once', async () => {
    const key = await killDuring('slow_after_acting');
    expect(await processorCharges(backend.pool)).toMatchObject([{ key }]);
    backend.later(LEASE_OVER_MS);
    await expectStateToBecome(backend.pool, key, 'approved');
    expect(await processorCharges(backend.pool)).toMatchObject([{ key, amount_cents: 4_200 }]);
    await expectBooksToAgree(backend.pool);
  });
});
