import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

describe('closing a key that was never heard of', () => {
  it('a request that arrives afterwards is refused and charges nothing', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = newKey();
    const closed = await call.desk.value('abandonPayment', { params: { key } });
    expect(closed).toEqual({ key, payment: null });
    const late = await call.pay(await call.order(900), key);
    expect(late).toMatchObject({ ok: false, status: 409, problem: { code: 'key_abandoned' } });
    expect(await processorCharges(backend.pool)).toEqual([]);
    expect(await call.desk.value('abandonPayment', { params: { key } })).toEqual(closed);
  });

  it('a request that arrives at the same time is either taken or refused, never both', async () => {
    const call = await verifiedCall(await backend.signIn());
    for (let round = 0; round < 5; round += 1) {
      const key = newKey();
      const order = await call.order(100 + round);
      const [paid, closed] = await Promise.all([
        call.pay(order, key),
        call.desk.value('abandonPayment', { params: { key } }),
      ]);
      expect(closed.payment === null).toBe(!paid.ok);
    }
    await expectBooksToAgree(backend.pool);
  });

  it('a payment that was taken is given back, to its own workstation without anybody signed in', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = newKey();
    const paid = await call.pay(await call.order(1_234), key);
    const { workstationToken } = call.desk.session;
    const asked = await askRoute(
      backend.url,
      'abandonPayment',
      { params: { key } },
      workstationToken,
    );
    expect(asked).toMatchObject({ ok: true, value: { payment: paid.ok && paid.value } });
    const elsewhere = (await backend.signIn()).session.workstationToken;
    const stranger = await askRoute(backend.url, 'payment', { params: { key } }, elsewhere);
    expect(stranger).toMatchObject({ ok: false, problem: { code: 'payment_not_found' } });
  });
});
