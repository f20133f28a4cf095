import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

async function debited(call: VerifiedCall, debitOn = '2026-11-24'): Promise<string> {
  const key = newKey();
  const order = await debitOrder(backend, call, 2_000, { debitOn });
  const answer = await call.pay({ ...order, duplicateAcknowledged: true }, key);
  expect(answer).toMatchObject({ value: { state: 'approved' } });
  return key;
}

async function voidAs(who: SignedIn, key: string): Promise<string> {
  const answer = await who.ask('voidPayment', {
    params: { key },
    body: { reason: 'wrong account' },
  });
  return answer.ok ? answer.value.state : answer.problem.code;
}

describe('a debit that has not gone to the bank yet', () => {
  it('can be taken back: the charges are open again, and the ledger is reversed', async () => {
    const call = await verifiedCall(await backend.signIn());
    const before = await call.balance();
    const key = await debited(call);
    expect(await voidAs(call.desk, key)).toBe('voided');
    expect(await voidAs(call.desk, key)).toBe('voided');
    const after = await call.balance();
    expect(after.accounts).toEqual(before.accounts);
    expect(after.charges).toEqual(before.charges);
    const { rows } = await backend.pool.query(
      'SELECT event FROM ledger_entry WHERE payment_key = $1 ORDER BY entered_at',
      [key],
    );
    expect(rows.map(each => each.event)).toEqual(['ach_payment_approved', 'ach_payment_voided']);
  });

  it('is taken back once, also when two ask at the same time', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = await debited(call);
    const supervisor = await backend.signIn('s.lindqvist');
    const said = await Promise.all([voidAs(call.desk, key), voidAs(supervisor, key)]);
    expect(said).toEqual(['voided', 'voided']);
  });

  it('is taken back by whoever took it, or by a supervisor', async () => {
    const key = await debited(await verifiedCall(await backend.signIn()));
    expect(await voidAs(await backend.signIn('c.okafor'), key)).toBe('not_allowed');
    expect(await voidAs(await backend.signIn('s.lindqvist'), key)).toBe('voided');
  });

  it('stands once it is on its way to the bank', async () => {
    const call = await verifiedCall(await backend.signIn());
    const key = await debited(call);
    await backend.pool.query(
      "UPDATE payment SET state = 'originated', state_at = now() WHERE key = $1",
      [key],
    );
    expect(await voidAs(call.desk, key)).toBe('too_late_to_void');
  });
});

describe('a debit can be taken back until five in the afternoon of the day it goes to the bank:', () => {
  it.each([
    ['one of today', '2026-11-24', '11-24T16:59', '11-24T17:00'],
    ['one agreed for next week', '2026-12-02', '12-01T16:59', '12-01T17:00'],
  ])('%s', async (_which, debitOn, inTime, tooLate) => {
    const inCalifornia = (local: string) => backend.moveTo(`2026-${local}-08:00`);
    inCalifornia('11-24T10:00');
    const call = await verifiedCall(await backend.signIn());
    const [first, second] = [await debited(call, debitOn), await debited(call, debitOn)];
    inCalifornia(inTime);
    expect(await voidAs(await backend.signIn(), first)).toBe('voided');
    inCalifornia(tooLate);
    expect(await voidAs(await backend.signIn(), second)).toBe('too_late_to_void');
  });
});
