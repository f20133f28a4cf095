import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import { cards, newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { Answer } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

const HOUR_MS = 3_600_000;

const { marisol, consuelo, priya, darnell, hannah, ruth, bertram, edith, leilani } = personas;
/** Each test has a bill of its own. */
const bills = [marisol, consuelo, priya, darnell, hannah, edith, bertram, ruth, leilani];

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  // What is taken in a test is voided in it, so no cut-off may come in between.
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', resolveEveryMs: 60_000 });
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn(), bills.pop());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

const codeOf = (answer: Answer<Payment>) => (answer.ok ? answer.value.state : answer.problem.code);
const split = (parts: object[]) => parts as unknown as PaymentOrder['allocation'];

async function openCharges() {
  const { charges } = await call.balance();
  return charges.filter(charge => charge.openCents > 0);
}

describe('a payment is refused, and nothing is written,', () => {
  it('when it is more than what is open', async () => {
    const open = (await openCharges()).reduce((sum, charge) => sum + charge.openCents, 0);
    expect(codeOf(await call.pay(await call.order(open + 1)))).toBe('amount_over_balance');
    expect(codeOf(await call.pay(await call.order(open)))).toBe('approved');
    expect(await openCharges()).toEqual([]);
    expect(codeOf(await call.pay(await call.order(1)))).toBe('amount_over_balance');
  });

  it('when its parts do not add up, are of somebody else, or are more than the charge', async () => {
    const [first, second] = await openCharges();
    const stranger = await verifiedCall(call.desk, personas.earl);
    const [theirs] = (await stranger.balance()).charges;
    const part = (charge: typeof first, amountCents: number) => ({
      chargeId: charge?.chargeId,
      amountCents,
    });
    const pay = async (amountCents: number, parts: object[]) =>
      codeOf(await call.pay(await call.order(amountCents, { allocation: split(parts) })));
    expect(await pay(300, [part(first, 100), part(second, 100)])).toBe('allocation_mismatch');
    expect(await pay(200, [part(first, 100), part(theirs, 100)])).toBe('allocation_mismatch');
    const more = (first?.openCents ?? 0) + 1;
    expect(await pay(more, [part(first, more)])).toBe('amount_over_balance');
    expect(await pay(200, [part(first, 100), part(second, 100)])).toBe('approved');
  });

  it('when the same amount was paid on the account within a day, unless the caller wants it', async () => {
    expect(codeOf(await call.pay(await call.order(4_000)))).toBe('approved');
    expect(codeOf(await call.pay(await call.order(4_000)))).toBe('duplicate_suspected');
    expect(codeOf(await call.pay(await call.order(4_001)))).toBe('approved');
    const wanted = await call.order(4_000, { duplicateAcknowledged: true });
    expect(codeOf(await call.pay(wanted))).toBe('approved');
  });

  it('when its key was used for another order', async () => {
    const key = newKey();
    const order = await call.order(1_000);
    expect(codeOf(await call.pay(order, key))).toBe('approved');
    const other = { ...order, amountCents: 1_001 as PaymentOrder['amountCents'] };
    expect(codeOf(await call.pay(other, key))).toBe('key_reused');
  });

  it('when the card is hopeless: after one hard decline, after three soft ones', async () => {
    const payWith = async (number: string, amount: number) => {
      const token = await call.capture(number);
      return codeOf(await call.pay(await call.order(amount, { method: { kind: 'card', token } })));
    };
    expect(await payWith(cards.stolen, 100)).toBe('declined');
    expect(await payWith(cards.stolen, 101)).toBe('retry_refused');
    for (const amount of [200, 201, 202]) {
      expect(await payWith(cards.insufficientFunds, amount)).toBe('declined');
    }
    expect(await payWith(cards.insufficientFunds, 203)).toBe('retry_refused');
    expect(await payWith(cards.approved, 204)).toBe('approved');
  });

  it('when its token is unknown, used, too old, or of another workstation', async () => {
    const payWith = async (token: string) =>
      codeOf(await call.pay(await call.order(500, { method: { kind: 'card', token } })));
    expect(await payWith('tok_nobody_knows')).toBe('token_unknown');
    const token = await call.capture();
    expect(await payWith(token)).toBe('approved');
    expect(await payWith(token)).toBe('token_unknown');
    const elsewhere = await verifiedCall(await backend.signIn());
    expect(await payWith(await elsewhere.capture())).toBe('token_unknown');
    const old = await call.capture();
    backend.later(HOUR_MS / 4);
    expect(await payWith(old)).toBe('token_unknown');
  });

  it('when the caller was not verified, by this user, for this bill, on this call, lately', async () => {
    const charged = await processorCharges(backend.pool);
    const pay = async (changes: Partial<PaymentOrder>) =>
      codeOf(await call.pay(await call.order(600, changes)));
    const colleague = await verifiedCall(await backend.signIn('c.okafor'));
    expect(await pay({ verificationId: colleague.verificationId })).toBe('not_verified');
    expect(await pay({ callId: colleague.callId })).toBe('not_verified');
    const guarantorId = personas.earl.guarantorId;
    expect(await pay({ guarantorId })).toBe('not_verified');
    backend.later(4 * HOUR_MS);
    expect(await pay({})).toBe('not_verified');
    expect(await processorCharges(backend.pool)).toEqual(charged);
  });

  it('for good under its key, though its cause be gone; a new key starts anew', async () => {
    const paid = newKey();
    expect(codeOf(await call.pay(await call.order(800), paid))).toBe('approved');
    const key = newKey();
    const order = await call.order(800);
    expect(codeOf(await call.pay(order, key))).toBe('duplicate_suspected');
    const body = { reason: 'paid twice' };
    await call.desk.value('voidPayment', { params: { key: paid }, body });
    expect(codeOf(await call.pay(order, key))).toBe('duplicate_suspected');
    const wanted = { ...order, duplicateAcknowledged: true };
    expect(codeOf(await call.pay(wanted, key))).toBe('key_reused');
    const asked = await call.desk.value('abandonPayment', { params: { key } });
    expect(asked.payment).toBeNull();
    expect(codeOf(await call.pay(wanted))).toBe('approved');
  });
});

describe('a guest payer', () => {
  it('may pay, and hears nothing of what the money pays', async () => {
    const guest = await verifiedCall(call.desk, personas.otis, 'guest_payer');
    const { verificationId } = guest;
    const balance = await guest.desk.ask('balance', { params: { verificationId } });
    expect(balance).toMatchObject({ ok: false, problem: { code: 'not_verified' } });
    const key = newKey();
    const answer = await guest.pay(await guest.order(1_500), key);
    expect(answer).toMatchObject({ value: { state: 'approved', allocations: [] } });
    const read = await guest.desk.value('payment', { params: { key } });
    expect(read.allocations).toEqual([]);
  });
});
