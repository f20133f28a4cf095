import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000, postEveryMs: 60_000 });
});
afterAll(() => backend.stop());

/** Every statement sent to a database while something is done, the processor's own left out. */
async function statementsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return sent.mock.calls
      .map(([query]) => String(Object(query).text ?? query))
      .filter(text => !text.includes('sandbox_processor'));
  } finally {
    sent.mockRestore();
  }
}

it('a payment is two round trips to the database, after the one that knows who asks', async () => {
  const call = await verifiedCall(await backend.signIn());
  const order = await call.order(1_100);
  const statements = await statementsDuring(async () => {
    expect(await call.pay(order)).toMatchObject({ value: { state: 'approved' } });
  });
  expect(statements).toEqual([
    expect.stringContaining('from "session"'),
    expect.stringContaining('claim_payment'),
    expect.stringContaining('close_payment'),
  ]);
});
