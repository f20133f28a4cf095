import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Payment } from '#shared/billing/payment.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { type Answer, askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.forgetFaults();
});
afterAll(() => backend.stop());

const outcomes = (answers: readonly Answer<Payment>[]) =>
  answers.map(answer => (answer.ok ? answer.value.state : answer.problem.code)).sort();

describe('payments sent at once', () => {
  it('the same one five times: one works, the others wait for it, one charge', async () => {
    const call = await verifiedCall(await backend.signIn());
    const order = await call.order(7_700);
    const key = newKey();
    await backend.orderFault({ kind: 'slow', delayMs: 400 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => call.pay(order, key)));
    expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(outcomes(answers)).toEqual(Array(5).fill('approved'));
    expect(await processorCharges(backend.pool, [key])).toMatchObject([{ key }]);
  });

  it('two different ones on one account: one is taken, the other is told that it is held', async () => {
    const calls = [
      await verifiedCall(await backend.signIn('r.ames'), personas.priya),
      await verifiedCall(await backend.signIn('c.okafor'), personas.priya),
    ];
    const keys = calls.map(newKey);
    const orders = await Promise.all(calls.map((call, at) => call.order(1_000 + at)));
    await backend.orderFault({ kind: 'slow', delayMs: 500 });
    const answers = await Promise.all(
      calls.map((call, at) => call.pay(orders[at] as (typeof orders)[number], keys[at])),
    );
    expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
    expect(outcomes(answers)).toEqual(['account_held', 'approved']);
    expect(await processorCharges(backend.pool, keys)).toHaveLength(1);
  });

  it('one key through two servers on one database: one charge, one reply', async () => {
    const other = await backend.startAnother();
    const call = await verifiedCall(await backend.signIn(), personas.otis);
    const order = await call.order(3_300);
    const key = newKey();
    const { token } = call.desk.session;
    const headers = { 'idempotency-key': key };
    const answers = await Promise.all([
      call.pay(order, key),
      askRoute(other.url, 'submitPayment', { headers, body: order }, token),
    ]);
    expect(outcomes(answers)).toEqual(['approved', 'approved']);
    expect(answers[0]).toEqual(answers[1]);
    expect(await processorCharges(backend.pool, [key])).toMatchObject([{ key }]);
  });

  it('twenty payments on twenty bills through two servers all stand, to the cent', async () => {
    const other = await backend.startAnother();
    const desks = [await backend.signIn('r.ames'), await backend.signIn('c.okafor')];
    const people = [personas.darnell, personas.hannah, personas.leilani, personas.bertram];
    const keys: string[] = [];
    const answers = await Promise.all(
      people.flatMap((person, at) =>
        Array.from({ length: 5 }, async (_, nth) => {
          const desk = desks[at % 2] as (typeof desks)[number];
          const call = await verifiedCall(desk, person);
          const order = await call.order(100 + nth, { duplicateAcknowledged: true });
          const key = newKey();
          keys.push(key);
          const headers = { 'idempotency-key': key };
          const url = nth % 2 ? backend.url : other.url;
          return askRoute(url, 'submitPayment', { headers, body: order }, desk.session.token);
        }),
      ),
    );
    const approved = outcomes(answers).filter(outcome => outcome === 'approved');
    const held = outcomes(answers).filter(outcome => outcome === 'account_held');
    expect(approved.length + held.length).toBe(20);
    expect(await processorCharges(backend.pool, keys)).toHaveLength(approved.length);
  });
});
