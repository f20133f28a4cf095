import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

it('a backend that is stopped answers the payment under way, and then ends at once', async () => {
  const call = await verifiedCall(await backend.signIn());
  const order = await call.order(1_900);
  const key = newKey();
  await backend.orderFault({ kind: 'slow', delayMs: 700 });
  const paid = call.pay(order, key);
  await expect.poll(() => backend.faults(), { interval: 20 }).toMatchObject([{ happened: 1 }]);
  const stoppedAt = performance.now();
  await backend.stopServer();
  const tookMs = performance.now() - stoppedAt;
  expect(await paid).toMatchObject({ ok: true, value: { state: 'approved' } });
  expect(await stateOf(backend.pool, key)).toBe('approved');
  expect(tookMs).toBeLessThan(10_000);
  await expect(fetch(`${backend.url}/v1/hello`)).rejects.toThrow();
});
