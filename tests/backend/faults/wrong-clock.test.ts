import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { expectStateToBecome } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

const DAY_MS = 24 * 3_600_000;

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

it('a payment left open by a clock that ran a day ahead is looked after as soon as the clock is right', async () => {
  backend.later(DAY_MS);
  const call = await verifiedCall(await backend.signIn());
  await backend.orderFault({ kind: 'time_out_after_acting' });
  const key = newKey();
  const answer = await call.pay(await call.order(2_500), key);
  expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
  backend.later(-DAY_MS);
  await expectStateToBecome(backend.pool, key, 'approved');
  expect(await processorCharges(backend.pool)).toMatchObject([{ key, amount_cents: 2_500 }]);
  await expectBooksToAgree(backend.pool);
});
