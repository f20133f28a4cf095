import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const { marisol, leilani, priya, darnell, hannah, bertram, edith, ruth } = personas;
/** Each test has a bill of its own. */
const bills = [marisol, leilani, priya, darnell, hannah, edith, ruth, bertram];

let backend: TestBackend;
let supervisor: SignedIn;
let call: VerifiedCall;
let owedCents: number;
beforeAll(async () => {
  // What is taken in a test may be voided in it, so no cut-off may come in between.
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  supervisor = await backend.signIn('s.lindqvist');
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn(), bills.pop());
  owedCents = await owed();
});
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await backend.forgetFaults();
});
afterAll(() => backend.stop());

async function owed(): Promise<number> {
  const { charges, accounts } = await call.balance();
  const open = charges.reduce((sum, charge) => sum + charge.openCents, 0);
  expect(accounts.reduce((sum, account) => sum + account.balanceCents, 0)).toBe(open);
  return open;
}
const credit = async () => (await call.balance()).creditCents ?? 0;
const toRefund = async () =>
  (await supervisor.value('unappliedCredits', {})).credits.filter(
    each => each.guarantorId === call.guarantorId,
  );
const override = (key: string) =>
  supervisor.value('overridePayment', { params: { key }, body: { reason: 'is in a hurry' } });

async function pay(amountCents: number): Promise<string> {
  const key = newKey();
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  expect(await call.pay(order, key)).toMatchObject({ value: { state: 'approved' } });
  return key;
}

/** Sums of the ledger's lines of this guarantor, by account: credits above zero. */
async function inLedger(account: string): Promise<number> {
  const { rows } = await backend.pool.query(
    `SELECT coalesce(sum(credit_cents - debit_cents), 0) AS cents
     FROM ledger_line JOIN ledger_entry USING (entry_id) WHERE guarantor_id = $1 AND ledger_account = $2`,
    [call.guarantorId, account],
  );
  return Number(rows[0].cents);
}

/** The whole bill paid, its outcome lost, overridden and paid again; the first was charged after all. */
async function paidTwice() {
  const first = await payUnknown(backend, call, owedCents, true);
  await override(first.key);
  const second = await pay(owedCents);
  await first.learn('approved');
  return { first: first.key, second };
}

describe('an overridden payment that was charged after all', () => {
  it('pays what is open, and the rest is a credit to the cent, in the balance, the ledger and the list', async () => {
    const { first } = await paidTwice();
    expect(await owed()).toBe(0);
    expect(await credit()).toBe(owedCents);
    expect(await inLedger('unapplied_credit')).toBe(owedCents);
    expect(await inLedger('card_clearing')).toBe(-2 * owedCents);
    expect(await toRefund()).toMatchObject([
      {
        key: first,
        creditCents: owedCents,
        amountCents: owedCents,
        confirmation: expect.any(String),
      },
    ]);
    await expectBooksToAgree(backend.pool);
  });

  it('pays its part where the second left something open, and no more than the rest is a credit', async () => {
    const first = await payUnknown(backend, call, owedCents, true);
    await override(first.key);
    const partCents = owedCents - 700;
    await pay(partCents);
    await first.learn('approved');
    expect(await owed()).toBe(0);
    expect(await credit()).toBe(partCents);
    await expectBooksToAgree(backend.pool);
  });

  it('leaves no credit when the bill was large enough for both', async () => {
    const first = await payUnknown(backend, call, 300, true);
    await override(first.key);
    const { charges } = await call.balance();
    const second = await pay(200);
    await first.learn('approved');
    const most = Math.max(...charges.map(charge => charge.openCents));
    expect(most).toBeGreaterThan(500);
    expect(await owed()).toBe(owedCents - 500 + (await credit()));
    expect(await stateOf(backend.pool, second)).toBe('approved');
    await expectBooksToAgree(backend.pool);
  });

  it('leaves no credit when it was not charged', async () => {
    const first = await payUnknown(backend, call, owedCents, false);
    await override(first.key);
    await pay(owedCents);
    await first.learn('not_charged');
    expect([await owed(), await credit()]).toEqual([0, 0]);
    expect(await toRefund()).toEqual([]);
    await expectBooksToAgree(backend.pool);
  });

  it('is given back by a void, and the credit is gone', async () => {
    const { first } = await paidTwice();
    await supervisor.value('voidPayment', {
      params: { key: first },
      body: { reason: 'paid twice' },
    });
    expect([await owed(), await credit()]).toEqual([0, 0]);
    expect(await inLedger('unapplied_credit')).toBe(0);
    await expectBooksToAgree(backend.pool);
  });

  it('pays the bill when the other one is voided instead: nobody owes what was paid', async () => {
    const { second } = await paidTwice();
    await supervisor.value('voidPayment', {
      params: { key: second },
      body: { reason: 'paid twice' },
    });
    expect([await owed(), await credit()]).toEqual([0, 0]);
    expect(await inLedger('card_clearing')).toBe(-owedCents);
    await expectBooksToAgree(backend.pool);
  });

  it('and is voided after that too, opens the bill again', async () => {
    const { first, second } = await paidTwice();
    for (const key of [second, first]) {
      await supervisor.value('voidPayment', { params: { key }, body: { reason: 'wrong bill' } });
    }
    expect([await owed(), await credit()]).toEqual([owedCents, 0]);
    expect(await inLedger('card_clearing')).toBe(0);
    await expectBooksToAgree(backend.pool);
  });

  it('while the second is on its way to the processor: then the second is the one that is too much', async () => {
    const first = await payUnknown(backend, call, owedCents, true);
    await override(first.key);
    await backend.forgetFaults();
    await backend.orderFault({ kind: 'slow', delayMs: 400 });
    const key = newKey();
    const order = await call.order(owedCents, { duplicateAcknowledged: true });
    const going = call.pay(order, key);
    await expectStateToBecome(backend.pool, key, 'sent');
    backend.later(2_500);
    await expectStateToBecome(backend.pool, first.key, 'approved');
    expect(await stateOf(backend.pool, key)).toBe('sent');
    expect((await call.balance()).accounts.some(account => account.held)).toBe(true);
    expect(await going).toMatchObject({ value: { state: 'approved' } });
    expect([await owed(), await credit()]).toEqual([0, owedCents]);
    expect(await toRefund()).toMatchObject([{ key }]);
    await expectBooksToAgree(backend.pool);
  });
});
