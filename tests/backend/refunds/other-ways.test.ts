import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { closeRefund } from '#backend/refunds/close.ts';
import { moveRefund } from '#backend/refunds/move.ts';
import { personas } from '#backend/seed/personas.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import { refundMoves } from '#shared/payments/refund-states.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled, settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  db = connect(openPool(backend.databaseUrl, 2));
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

async function ask(key: string, amountCents: number) {
  const refundKey = RefundKey.parse(newKey());
  const refund = await call.desk.value('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body: { amountCents, reason: 'paid by mistake', verificationId: call.verificationId },
  });
  return { refundKey, refund };
}

describe('a refund of an ACH debit', () => {
  async function debitSettled(amountCents: number): Promise<string> {
    const key = newKey();
    const order = await debitOrder(backend, call, amountCents);
    expect(await call.pay(order, key)).toMatchObject({ value: { state: 'approved' } });
    await settle(backend, key, ['originated', 'settled']);
    return key;
  }

  it('waits as approved for a file of credits, and is closed by what came of it, once', async () => {
    const before = await call.balance();
    const key = await debitSettled(2_000);
    const { refundKey, refund } = await ask(key, 2_000);
    expect(refund.state).toBe('approved');
    expect(await stateOf(backend.pool, key)).toBe('settled');
    const now = backend.now();
    await moveRefund(db, refundKey, 'sent', { now });
    await closeRefund(db, refundKey, { outcome: 'refunded' }, now);
    await closeRefund(db, refundKey, { outcome: 'refused' }, now);
    expect(await stateOf(backend.pool, key)).toBe('refunded');
    expect((await call.balance()).accounts).toEqual(before.accounts);
    const { rows } = await backend.pool.query(
      'SELECT event FROM ledger_entry WHERE payment_key = $1 ORDER BY event',
      [key],
    );
    expect(rows.map(row => row.event)).toContain('ach_payment_refunded');
  });
});

describe('a refund of money that was paid twice', () => {
  it('is taken from the credit and opens nothing again', async () => {
    call = await verifiedCall(await backend.signIn(), personas.leilani);
    const { charges } = await call.balance();
    const owed = charges.reduce((sum, charge) => sum + charge.openCents, 0);
    const first = await payUnknown(backend, call, owed, true);
    const supervisor = await backend.signIn('s.lindqvist');
    await supervisor.value('overridePayment', {
      params: { key: first.key },
      body: { reason: 'is in a hurry' },
    });
    await call.pay(await call.order(owed, { duplicateAcknowledged: true }));
    await first.learn('approved');
    await settle(backend, first.key);
    expect((await call.balance()).creditCents).toBe(owed);
    const { refund } = await ask(first.key, 1_000);
    expect(refund.state).toBe('refunded');
    const after = await call.balance();
    expect(after.creditCents).toBe(owed - 1_000);
    expect(after.charges.reduce((sum, charge) => sum + charge.openCents, 0)).toBe(0);
  });
});

describe('a refund committed by a server that died before it asked', () => {
  it('is asked after and paid once by whoever comes next', async () => {
    const key = await paySettled(backend, call, 2_000);
    const refundKey = RefundKey.parse(newKey());
    const at = new Date(backend.now() - 10_000).toISOString();
    await backend.pool.query(
      `INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at,
         asked_by, workstation_id)
       VALUES ($1, $2, 2000, 'paid by mistake', 'card', 'requested', $3, $3, 'r.ames', $4)`,
      [refundKey, key, at, call.desk.workstationId],
    );
    await moveRefund(db, refundKey, 'approved', { now: backend.now() - 10_000 });
    await moveRefund(db, refundKey, 'sent', { now: backend.now() - 10_000, leaseMs: 1_000 });
    await expect.poll(() => stateOf(backend.pool, key), { timeout: 5_000 }).toBe('refunded');
  });
});

describe('the moves between the states of a refund', () => {
  it('are the same in the database as in the shared table, and no other can be written', async () => {
    const { rows } = await backend.pool.query('SELECT from_state, to_state FROM refund_move');
    const shared = Object.entries(refundMoves).flatMap(([from, tos]) =>
      tos.map(to => `${from} > ${to}`),
    );
    expect(rows.map(row => `${row.from_state} > ${row.to_state}`).sort()).toEqual(shared.sort());
    const { refundKey } = await ask(await paySettled(backend, call, 2_000), 2_000);
    await expect(moveRefund(db, refundKey, 'sent', { now: backend.now() })).rejects.toThrow(
      'a refund never goes from refunded to sent',
    );
  });
});
