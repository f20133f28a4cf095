import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNATURE_HEADER } from '#backend/processor/messages.ts';
import { signatureOf } from '#backend/processor/signature.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

async function notify(settled: object, secret = backend.secrets.noticeSecret): Promise<number> {
  const body = JSON.stringify({ settled });
  const response = await fetch(`${backend.url}/v1/processor-notices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signatureOf(secret, body) },
    body,
  });
  return response.status;
}

describe('what the processor says unasked', () => {
  it('closes a payment whose answer was lost, however often it is said', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = newKey();
    await backend.orderFault({ kind: 'time_out_after_acting' });
    await call.pay(await call.order(3_100), key);
    expect(await stateOf(backend.pool, key)).toBe('unknown');
    const settled = { key, outcome: 'approved', amountCents: 3_100 };
    expect(await Promise.all([notify(settled), notify(settled), notify(settled)])).toEqual([
      204, 204, 204,
    ]);
    expect(await stateOf(backend.pool, key)).toBe('approved');
    await expectBooksToAgree(backend.pool);
  });

  it('is not believed without the right signature', async () => {
    const settled = { key: newKey(), outcome: 'approved', amountCents: 100 };
    expect(await notify(settled, 'somebody else’s secret')).toBe(403);
    expect(await notify({ key: 'nonsense' })).toBe(400);
    expect(await notify(settled)).toBe(204);
  });
});
