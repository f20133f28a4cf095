import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { isConfirmationNumber } from '#shared/payments/confirmation-number.ts';
import { cards, newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

describe('taking a card payment', () => {
  it('an approved payment pays the oldest charges, posts, and can be confirmed by number', async () => {
    const call = await verifiedCall(await backend.signIn());
    const before = await call.balance();
    const answer = await call.pay(await call.order(10_000));
    expect(answer).toMatchObject({ ok: true, status: 201, value: { state: 'approved' } });
    if (!answer.ok) return;
    expect(isConfirmationNumber(answer.value.confirmation ?? '')).toBe(true);
    const after = await call.balance();
    const total = (balance: typeof before) =>
      balance.accounts.reduce((sum, account) => sum + account.balanceCents, 0);
    expect(total(before) - total(after)).toBe(10_000);
    expect(after.payments[0]).toEqual(answer.value);
    await expectBooksToAgree(backend.pool);
  });

  it('a declined card moves nothing and says why', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.otis);
    const token = await call.capture(cards.insufficientFunds);
    const order = await call.order(5_000, { method: { kind: 'card', token } });
    const answer = await call.pay(order);
    expect(answer).toMatchObject({
      value: { state: 'declined', decline: 'insufficient_funds', confirmation: null },
    });
    expect((await call.balance()).accounts.every(account => !account.held)).toBe(true);
    await expectBooksToAgree(backend.pool);
  });

  it('the same order under the same key gets the same reply and charges once', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const order = await call.order(1_000);
    const key = newKey();
    const first = await call.pay(order, key);
    const second = await call.pay(order, key);
    expect(second).toEqual(first);
    const charges = await processorCharges(backend.pool);
    expect(charges.filter(charge => charge.key === key)).toHaveLength(1);
    await expectBooksToAgree(backend.pool);
  });
});

describe('a payment posts by the bank calendar, on the clock where the patient lives:', () => {
  const { marisol, leilani } = personas;
  it.each([
    ['of a morning in Oakland', marisol, '2026-11-24T10:00-08:00', '2026-11-25'],
    ['after five in Oakland, over Thanksgiving', marisol, '2026-11-24T17:05-08:00', '2026-11-27'],
    ['at that moment in Honolulu, before five', leilani, '2026-11-24T17:05-08:00', '2026-11-25'],
    ['of a Sunday evening in Oakland', marisol, '2026-11-22T20:00-08:00', '2026-11-24'],
  ])('one %s', async (_when, person, at, postingOn) => {
    backend.moveTo(at);
    const call = await verifiedCall(await backend.signIn(), person);
    const answer = await call.pay(await call.order(1_100, { duplicateAcknowledged: true }));
    expect(answer).toMatchObject({ value: { state: 'approved', postingOn } });
  });
});
