import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { expectStateToBecome } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

/** Ten in the morning in California, on the Tuesday before Thanksgiving. */
const TUESDAY_MORNING = '2026-11-24T10:00-08:00';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: TUESDAY_MORNING });
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(() => backend.stop());

const asked = (key: string) => ({ params: { key }, body: { reason: 'wrong account' } });

async function paid(): Promise<string> {
  const key = newKey();
  const order = await call.order(2_000, { duplicateAcknowledged: true });
  expect(await call.pay(order, key)).toMatchObject({ value: { state: 'approved' } });
  return key;
}

const refusedFor = 'the card processor refused the void that r.ames asked for: wrong account';

/** What the backend keeps of a void that was not done. */
async function openVoid(key: string) {
  const { rows } = await backend.pool.query(
    'SELECT state, void_asked_at IS NOT NULL AS asked, state_why AS why FROM payment WHERE key = $1',
    [key],
  );
  return rows[0];
}

async function voidAs(who: SignedIn, key: string): Promise<string> {
  const answer = await who.ask('voidPayment', asked(key));
  return answer.ok ? answer.value.state : answer.problem.code;
}

describe('voiding a payment', () => {
  it('gives the money back, opens the charges again and reverses the ledger', async () => {
    const before = await call.balance();
    const key = await paid();
    const voided = await call.desk.value('voidPayment', asked(key));
    expect(voided).toMatchObject({ key, state: 'voided' });
    const after = await call.balance();
    expect(after.accounts).toEqual(before.accounts);
    expect(after.charges).toEqual(before.charges);
    expect(await processorCharges(backend.pool, [key])).toMatchObject([
      { key, voided_at: expect.any(String) },
    ]);
    expect(await call.desk.value('voidPayment', asked(key))).toEqual(voided);
  });

  it('is for whoever took it, or a supervisor', async () => {
    const key = await paid();
    expect(await voidAs(await backend.signIn('c.okafor'), key)).toBe('not_allowed');
    expect(await voidAs(await backend.signIn('s.lindqvist'), key)).toBe('voided');
  });

  it('is for a supervisor of the region it was taken in; to any other it does not exist', async () => {
    const key = await paid();
    const supervisor = await backend.signIn('s.lindqvist');
    const workIn = (regions: string[]) =>
      backend.pool.query('UPDATE user_account SET regions = $1 WHERE user_id = $2', [
        regions,
        's.lindqvist',
      ]);
    await workIn(['HI']);
    expect(await voidAs(supervisor, key)).toBe('payment_not_found');
    await workIn(supervisor.session.user.regions);
    expect(await voidAs(supervisor, key)).toBe('voided');
  });

  it('is not for a payment that was declined, nor for one nobody knows', async () => {
    const key = newKey();
    const token = await call.capture('4000000000000002');
    await call.pay(await call.order(2_000, { method: { kind: 'card', token } }), key);
    expect(await voidAs(call.desk, key)).toBe('not_voidable');
    expect(await voidAs(call.desk, newKey())).toBe('payment_not_found');
  });

  it('is finished later when the answer of the processor is lost', async () => {
    const key = await paid();
    await backend.orderFault({ kind: 'time_out_after_acting', on: 'void' });
    expect(await voidAs(call.desk, key)).toBe('unavailable');
    expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
    backend.later(4_000);
    await expectStateToBecome(backend.pool, key, 'voided');
  });

  it('ends with its reason when the processor refuses it, and is not asked for again', async () => {
    const key = await paid();
    await backend.orderFault({ kind: 'refuse', on: 'void' });
    expect(await voidAs(call.desk, key)).toBe('not_voidable');
    expect((await backend.faults()).at(-1)).toMatchObject({ kind: 'refuse', happened: 1 });
    expect(await openVoid(key)).toEqual({ state: 'approved', asked: false, why: refusedFor });
  });

  it('that is refused only when it is finished later ends in the same way', async () => {
    const key = await paid();
    await backend.orderFault({ kind: 'time_out_before_acting', on: 'void' });
    await backend.orderFault({ kind: 'refuse', on: 'void' });
    expect(await voidAs(call.desk, key)).toBe('unavailable');
    expect(await openVoid(key)).toMatchObject({ asked: true });
    backend.later(4_000);
    await expect
      .poll(() => openVoid(key))
      .toEqual({ state: 'approved', asked: false, why: refusedFor });
    expect((await backend.faults()).at(-1)).toMatchObject({ kind: 'refuse', happened: 1 });
  });
});

describe('a payment can be voided until its cut-off, five in the afternoon where the patient lives:', () => {
  it.each([
    ['a morning’s until that afternoon', '11-24T10:00', '11-24T16:59', '11-24T17:00'],
    ['an evening’s until the next day', '11-23T17:05', '11-24T16:59', '11-24T17:00'],
    ['a Saturday’s until Monday', '11-21T12:00', '11-23T16:59', '11-23T17:00'],
    [
      'one of the eve of a holiday until the day after',
      '11-25T17:05',
      '11-27T16:59',
      '11-27T17:00',
    ],
  ])('%s', async (_whose, takenAt, inTime, tooLate) => {
    const inCalifornia = (local: string) => backend.moveTo(`2026-${local}-08:00`);
    inCalifornia(takenAt);
    call = await verifiedCall(await backend.signIn());
    const [first, second] = [await paid(), await paid()];
    inCalifornia(inTime);
    expect(await voidAs(await backend.signIn(), first)).toBe('voided');
    inCalifornia(tooLate);
    expect(await voidAs(await backend.signIn(), second)).toBe('too_late_to_void');
  });
});
