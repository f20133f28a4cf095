import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import { cents } from '#shared/money/cents.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import type { Answer, SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let desk: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
beforeEach(async () => {
  desk = await backend.signIn();
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

const codeOf = (answer: Answer<Payment>) => (answer.ok ? answer.value.state : answer.problem.code);

describe('care and coverage', () => {
  it('are not mixed by hand either', async () => {
    const verified = await verifiedCall(desk, personas.consuelo);
    const { accounts, charges } = await verified.balance();
    const openOn = (ledger: string) =>
      charges.find(
        charge =>
          charge.openCents >= 100 &&
          accounts.some(each => each.accountId === charge.accountId && each.ledger === ledger),
      );
    const mixed = [openOn('medical'), openOn('premium')].map(charge => ({
      chargeId: charge?.chargeId ?? '',
      amountCents: cents(100),
    }));
    const order = await verified.order(200, { allocation: mixed as PaymentOrder['allocation'] });
    expect(codeOf(await verified.pay(order))).toBe('allocation_mismatch');
  });

  it('are never paid by one payment: a guest pays the ledger that is oldest, and no more than it holds', async () => {
    const { accounts, charges } = await (await verifiedCall(desk, personas.consuelo)).balance();
    const ledgerOf = new Map(accounts.map(each => [each.accountId, each.ledger]));
    const open = charges.filter(charge => charge.openCents > 0);
    const [oldest] = open;
    const theirs = open.filter(
      each => ledgerOf.get(each.accountId) === ledgerOf.get(oldest?.accountId ?? ''),
    );
    const most = theirs.reduce((sum, each) => sum + each.openCents, 0);
    expect(theirs.length).toBeLessThan(open.length);
    const guest = await verifiedCall(desk, personas.consuelo, 'guest_payer');
    expect(codeOf(await guest.pay(await guest.order(most + 1)))).toBe('amount_over_balance');
    const key = newKey();
    expect(codeOf(await guest.pay(await guest.order(most), key))).toBe('approved');
    const { rows } = await backend.pool.query(
      `SELECT DISTINCT ledger FROM payment_allocation JOIN charge USING (charge_id)
       JOIN account USING (account_id) WHERE payment_key = $1`,
      [key],
    );
    expect(rows).toEqual([{ ledger: ledgerOf.get(oldest?.accountId ?? '') }]);
  });
});
