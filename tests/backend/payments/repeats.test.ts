import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Charge } from '#shared/billing/charge.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const { marisol } = personas;
const DAY_MS = 24 * 3_600_000;

let backend: TestBackend;
/** Two desks on one bill. */
let here: VerifiedCall;
let there: VerifiedCall;
let charges: Charge[];
beforeAll(async () => {
  // What is taken in a test may be voided in it, so no cut-off may come in between.
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
});
beforeEach(async () => {
  // Each test begins on another day, so that it is not asked about what was paid in the one before.
  backend.later(2 * DAY_MS);
  here = await verifiedCall(await backend.signIn('r.ames'), marisol);
  there = await verifiedCall(await backend.signIn('c.okafor'), marisol);
  charges = (await here.balance()).charges.filter(charge => charge.openCents > 2_000);
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

type Part = [Charge | undefined, number];

/** Pays these parts by hand, unwarned; the state, or why not. */
async function pay(call: VerifiedCall, parts: Part[], key = newKey()): Promise<string> {
  const allocation = parts.map(([charge, amountCents]) => ({
    chargeId: charge?.chargeId,
    amountCents,
  })) as PaymentOrder['allocation'];
  const amountCents = parts.reduce((sum, [, cents]) => sum + cents, 0);
  const answer = await call.pay(await call.order(amountCents, { allocation }), key);
  return answer.ok ? answer.value.state : answer.problem.code;
}

const onOtherAccount = (charge: Charge | undefined) =>
  charges.find(each => each.accountId !== charge?.accountId);

describe('the same payer, amount and account within a day is asked about', () => {
  it('on whatever desk it was paid', async () => {
    expect(await pay(here, [[charges[0], 1_000]])).toBe('approved');
    expect(await pay(there, [[charges[0], 1_000]])).toBe('duplicate_suspected');
  });

  it('where the amount was a part of a payment over two accounts, or becomes one', async () => {
    const [one] = charges;
    const other = onOtherAccount(one);
    const split: Part[] = [
      [one, 700],
      [other, 500],
    ];
    expect(await pay(here, split)).toBe('approved');
    expect(await pay(there, [[one, 700]])).toBe('duplicate_suspected');
    expect(await pay(there, [[other, 500]])).toBe('duplicate_suspected');
    expect(await pay(there, [[one, 1_200]])).toBe('duplicate_suspected');
    expect(
      await pay(there, [
        [one, 700],
        [other, 40],
      ]),
    ).toBe('duplicate_suspected');
    expect(await pay(there, [[one, 701]])).toBe('approved');
  });

  it('where the amount was split over lines of the same account', async () => {
    const [one] = charges;
    const same = charges.find(each => each !== one && each.accountId === one?.accountId);
    expect(same).toBeDefined();
    expect(
      await pay(here, [
        [one, 300],
        [same, 200],
      ]),
    ).toBe('approved');
    expect(await pay(there, [[one, 500]])).toBe('duplicate_suspected');
  });
});

describe('nobody is asked', () => {
  it('about the same amount on another account', async () => {
    const [one] = charges;
    expect(await pay(here, [[one, 900]])).toBe('approved');
    expect(await pay(there, [[onOtherAccount(one), 900]])).toBe('approved');
  });

  it('after a day, or when the earlier one was taken back', async () => {
    const key = newKey();
    expect(await pay(here, [[charges[0], 1_100]], key)).toBe('approved');
    const body = { reason: 'wrong amount' };
    await here.desk.value('voidPayment', { params: { key }, body });
    expect(await pay(there, [[charges[0], 1_100]])).toBe('approved');
    backend.later(DAY_MS + 1_000);
    const later = await verifiedCall(await backend.signIn(), marisol);
    expect(await pay(later, [[charges[0], 1_100]])).toBe('approved');
  });
});
