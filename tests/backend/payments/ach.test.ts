import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { isConfirmationNumber } from '#shared/payments/confirmation-number.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { captureAccount, debitOrder, payersBank } from '#tests/support/debit-order.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
});
afterAll(() => backend.stop());

async function row(sql: string, key: string) {
  return (await backend.pool.query(sql, [key])).rows[0];
}

describe('a debit of a bank account, agreed on a call,', () => {
  it('is approved without the card processor, pays the oldest charges, and names the bank', async () => {
    const call = await verifiedCall(await backend.signIn());
    const before = await call.balance();
    const key = newKey();
    const answer = await call.pay(await debitOrder(backend, call, 10_000), key);
    expect(answer).toMatchObject({
      ok: true,
      status: 201,
      value: {
        state: 'approved',
        method: { kind: 'ach', accountKind: 'checking', bankName: payersBank.name, last4: '5516' },
        postingOn: '2026-11-25',
      },
    });
    if (!answer.ok) return;
    expect(isConfirmationNumber(answer.value.confirmation ?? '')).toBe(true);
    const after = await call.balance();
    const total = (balance: typeof before) =>
      balance.accounts.reduce((sum, account) => sum + account.balanceCents, 0);
    expect(total(before) - total(after)).toBe(10_000);
    expect(after.accounts.every(account => !account.held)).toBe(true);
    expect(after.payments[0]).toEqual(answer.value);
    expect(await processorCharges(backend.pool, [key])).toEqual([]);
    const entry = 'SELECT event FROM ledger_entry WHERE payment_key = $1';
    expect(await row(entry, key)).toEqual({ event: 'ach_payment_approved' });
    await expectBooksToAgree(backend.pool);
  });

  it('keeps for two years what was agreed to', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.otis);
    const key = newKey();
    expect(await call.pay(await debitOrder(backend, call, 2_500), key)).toMatchObject({ ok: true });
    expect(await row('SELECT * FROM tel_authorisation WHERE payment_key = $1', key)).toMatchObject({
      language: 'en',
      debit_on: '2026-11-24',
      amount_cents: 2_500,
      recording_reference: 'REC-20261124-0042',
      payer_name: 'Marisol Vega',
      keep_until: '2028-11-25',
    });
    await expect(
      backend.pool.query('DELETE FROM tel_authorisation WHERE payment_key = $1', [key]),
    ).rejects.toThrow(/never changed or deleted/);
  });

  it('gets the same reply under the same key, also from two at once, and pays once', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const order = await debitOrder(backend, call, 1_000);
    const key = newKey();
    const [first, second] = await Promise.all([call.pay(order, key), call.pay(order, key)]);
    expect(first).toMatchObject({ ok: true, value: { state: 'approved' } });
    expect(second).toEqual(first);
    expect(await call.pay(order, key)).toEqual(first);
    const count =
      "SELECT count(*)::int FROM ledger_entry WHERE payment_key = $1 AND event LIKE 'ach%'";
    expect(await row(count, key)).toEqual({ count: 1 });
    await expectBooksToAgree(backend.pool);
  });

  it('is taken once by two servers that are asked at the same time', async () => {
    const other = await backend.startAnother();
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const order = await debitOrder(backend, call, 1_050);
    const key = newKey();
    const { token } = call.desk.session;
    const headers = { 'idempotency-key': key };
    const [first, second] = await Promise.all([
      call.pay(order, key),
      askRoute(other.url, 'submitPayment', { headers, body: order }, token),
    ]);
    expect(first).toMatchObject({ ok: true, value: { state: 'approved' } });
    expect(second).toEqual(first);
    await expectBooksToAgree(backend.pool);
  });

  it('is refused under the same key when another date, or another name, was agreed to', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const token = await captureAccount(call);
    const key = newKey();
    expect(await call.pay(await debitOrder(backend, call, 1_500, { token }), key)).toMatchObject({
      ok: true,
    });
    for (const other of [{ debitOn: '2026-11-25' }, { payerName: 'Somebody Else' }] as const) {
      const order = await debitOrder(backend, call, 1_500, { token, ...other });
      expect(await call.pay(order, key)).toMatchObject({ problem: { code: 'key_reused' } });
    }
  });

  it('is refused when its key was closed before it arrived', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const order = await debitOrder(backend, call, 1_900);
    const key = newKey();
    await call.desk.value('abandonPayment', { params: { key } });
    expect(await call.pay(order, key)).toMatchObject({ problem: { code: 'key_abandoned' } });
  });

  it('is asked about when a card, or another debit, paid the same today', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.otis);
    expect(await call.pay(await call.order(3_300))).toMatchObject({ ok: true });
    const again = await debitOrder(backend, call, 3_300);
    expect(await call.pay(again)).toMatchObject({ problem: { code: 'duplicate_suspected' } });
    const wanted = { ...again, duplicateAcknowledged: true };
    expect(await call.pay(wanted)).toMatchObject({ value: { state: 'approved' } });
  });

  it('of a guest payer says nothing of what it pays', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.leilani, 'guest_payer');
    const answer = await call.pay(await debitOrder(backend, call, 900));
    expect(answer).toMatchObject({ value: { state: 'approved', allocations: [] } });
  });

  it('takes an account once: a second payment has to capture it again', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.hannah);
    const token = await captureAccount(call);
    const orders = await Promise.all(
      [1_700, 1_800].map(cents => debitOrder(backend, call, cents, { token })),
    );
    const answers = await Promise.all(orders.map(order => call.pay(order)));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(answers.find(answer => !answer.ok)).toMatchObject({
      problem: { code: 'token_unknown' },
    });
    await expectBooksToAgree(backend.pool);
  });
});

describe('the days of a debit follow the bank calendar where the patient lives:', () => {
  const { marisol, leilani } = personas;
  it.each([
    ['of a morning', marisol, '11-24T10:00', '2026-11-24', '2026-11-24', '2026-11-25'],
    [
      'after the cut-off, over Thanksgiving',
      marisol,
      '11-24T17:05',
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
    ],
    [
      'at that moment in Honolulu',
      leilani,
      '11-24T17:05',
      '2026-11-24',
      '2026-11-24',
      '2026-11-25',
    ],
    ['on a Saturday, for Monday', marisol, '11-21T12:00', '2026-11-23', '2026-11-23', '2026-11-24'],
    ['for a day next week', marisol, '11-24T10:00', '2026-12-01', '2026-11-30', '2026-12-01'],
    [
      'for the day after a holiday',
      marisol,
      '11-24T10:00',
      '2026-11-27',
      '2026-11-25',
      '2026-11-27',
    ],
  ])('%s', async (_when, person, at, debitOn, originateOn, effectiveOn) => {
    backend.moveTo(`2026-${at}-08:00`);
    const call = await verifiedCall(await backend.signIn(), person);
    const order = await debitOrder(backend, call, 1_100, { debitOn });
    const key = newKey();
    const answer = await call.pay({ ...order, duplicateAcknowledged: true }, key);
    expect(answer).toMatchObject({ value: { state: 'approved', postingOn: effectiveOn } });
    expect(await row('SELECT originate_on, effective_on FROM payment WHERE key = $1', key)).toEqual(
      { originate_on: originateOn, effective_on: effectiveOn },
    );
  });
});
