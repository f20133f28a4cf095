import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, verifiedCall } from '#tests/support/backend-call.ts';
import { everythingKept } from '#tests/support/everything-kept.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

const card = { goodThrough: '2031-07', securityCode: '917', postalCode: '94612' };

describe('the vault', () => {
  it('keeps no card number and no security code, in no table', async () => {
    const call = await verifiedCall(await backend.signIn());
    const kept = await call.desk.value('keepCard', { body: { ...card, number: cards.approved } });
    expect(kept).toMatchObject({ brand: 'visa', last4: '4242', goodThrough: '2031-07' });
    const method = { kind: 'card', token: kept.token } as const;
    expect(await call.pay(await call.order(1_000, { method }))).toMatchObject({ ok: true });
    const everything = await everythingKept(backend.pool);
    expect(everything).toContain(kept.token);
    expect(everything).not.toContain(cards.approved);
    expect(everything).not.toContain('4242424242');
    // The thousandths of a second may well be .917.
    expect(everything).not.toMatch(/(?<![.\w])917\b/);
  });

  it.each([
    ['fails the check digit', { number: '4242424242424241' }],
    ['is of a brand that is not taken', { number: '3056930009020004' }],
    ['has expired', { goodThrough: '2024-01' }],
    ['has a security code of the wrong length', { securityCode: '1234' }],
  ])('refuses a card that %s', async (_why, wrong) => {
    const desk = await backend.signIn();
    const body = { ...card, number: cards.approved, ...wrong };
    const answer = await desk.ask('keepCard', { body });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'card_refused' } });
  });

  it('says so when the processor does not answer', async () => {
    await backend.orderFault({ kind: 'server_error', on: 'card' });
    const desk = await backend.signIn();
    const answer = await desk.ask('keepCard', { body: { ...card, number: cards.approved } });
    expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
  });
});
