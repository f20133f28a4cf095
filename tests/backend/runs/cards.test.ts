import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { depositedCents, openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
let runner: Runner;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-23T10:00:00-08:00' });
  runner = openRunner(backend);
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});

const worked = async () =>
  (await runner.turn()).filter(({ done, region }) => done > 0 && region === 'NCAL');
const statesOf = (keys: readonly string[]) =>
  Promise.all(keys.map(key => stateOf(backend.pool, key)));

async function onlyTheseAreOpen(keys: readonly string[]): Promise<void> {
  await backend.pool.query(
    `UPDATE payment SET state = 'settled' WHERE state = 'posted' AND NOT key = ANY ($1::uuid[])`,
    [keys],
  );
}

describe('card payments by the bank calendar', () => {
  it('post on their business day, are in the bank two later, and change no balance by it', async () => {
    const { call, keys } = await paidCards(backend, [1_100, 2_200, 3_300]);
    await onlyTheseAreOpen(keys);
    const owed = await call.balance();
    expect(await worked()).toEqual([]);
    expect(await statesOf(keys)).toEqual(['approved', 'approved', 'approved']);

    backend.moveTo('2026-11-24T00:00:30-08:00');
    expect(await worked()).toMatchObject([
      {
        kind: 'card_posting',
        today: '2026-11-24',
        done: 3,
        cents: 6_600,
        differenceCents: 0,
        line: '2026-11-24 NCAL card_posting: 3 done, $66.00, ledger difference $0.00',
      },
    ]);
    expect(await statesOf(keys)).toEqual(['posted', 'posted', 'posted']);
    expect(await depositedCents(backend.pool, keys)).toBe(0);

    for (const tooEarly of ['2026-11-25T23:00:00-08:00', '2026-11-26T12:00:00-08:00']) {
      backend.moveTo(tooEarly);
      expect(await worked()).toEqual([]);
    }
    backend.moveTo('2026-11-27T06:00:30-08:00');
    expect(await worked()).toMatchObject([
      { kind: 'card_settlement', today: '2026-11-27', done: 3, cents: 6_600, differenceCents: 0 },
    ]);
    expect(await statesOf(keys)).toEqual(['settled', 'settled', 'settled']);
    expect(await depositedCents(backend.pool, keys)).toBe(6_600);
    expect(await worked()).toEqual([]);

    const { rows } = await backend.pool.query(
      'SELECT to_state, why FROM payment_state_change WHERE payment_key = $1 ORDER BY at',
      [keys[0]],
    );
    expect(rows.slice(-2)).toEqual([
      { to_state: 'posted', why: 'posted with the business day 2026-11-24' },
      { to_state: 'settled', why: 'settled by the card network on 2026-11-27' },
    ]);
    backend.moveTo('2026-11-23T10:05:00-08:00');
    expect((await call.balance()).accounts).toEqual(owed.accounts);
  });

  it('taken after the cut-off belong to the next business day', async () => {
    const { keys } = await paidCards(backend, [1_100]);
    backend.moveTo('2026-11-23T17:00:30-08:00');
    const late = await paidCards(backend, [1_200]);
    backend.moveTo('2026-11-24T12:00:00-08:00');
    await worked();
    expect(await statesOf([...keys, ...late.keys])).toEqual(['posted', 'approved']);
    backend.moveTo('2026-11-25T12:00:00-08:00');
    await worked();
    expect(await statesOf([...keys, ...late.keys])).toEqual(['posted', 'posted']);
  });

  it('one whose void is still open is not posted over it, and is voided once', async () => {
    const { call, keys } = await paidCards(backend, [1_100, 1_200]);
    const [wanted = '', other] = keys;
    await backend.orderFault({ kind: 'time_out_before_acting', on: 'void', times: 100 });
    const params = { key: wanted };
    const body = { reason: 'wrong account' };
    await call.desk.ask('voidPayment', { params, body });
    expect((await backend.faults())[0]?.happened).toBeGreaterThan(0);
    backend.moveTo('2026-11-24T12:00:00-08:00');
    await worked();
    expect(await statesOf([wanted, other ?? ''])).toEqual(['approved', 'posted']);
    await backend.forgetFaults();
    // Whoever took its turn last, a run too, has it for half a minute.
    await expectStateToBecome(backend.pool, wanted, 'voided');
  });

  it('what was posted may not be voided any more, and a repeat still gets its first reply', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = newKey();
    const order = await call.order(1_100);
    const first = await call.pay(order, key);
    backend.moveTo('2026-11-24T09:00:00-08:00');
    await worked();
    const desk = await backend.signIn('s.lindqvist');
    const body = { reason: 'wrong account' };
    expect(await desk.ask('voidPayment', { params: { key }, body })).toMatchObject({
      ok: false,
      problem: { code: 'not_voidable' },
    });
    expect(await desk.value('payment', { params: { key } })).toMatchObject({ state: 'posted' });
    const again = await backend.signIn('r.ames', call.desk.workstationId);
    const headers = { 'idempotency-key': key };
    expect(await again.ask('submitPayment', { headers, body: order })).toEqual(first);
    expect(await processorCharges(backend.pool, [key])).toHaveLength(1);
  });
});
