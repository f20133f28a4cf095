import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { type OpenOutcome, payUnknown } from '#tests/support/open-outcome.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const { marisol, consuelo, priya, darnell, hannah, earl, bertram, otis, ruth } = personas;
/** Each test has a bill of its own, so that what one leaves open holds no other. */
const bills = [marisol, consuelo, priya, darnell, hannah, earl, bertram, otis, ruth];
const reason = 'The caller is at the shop and leaves the country tonight.';

let backend: TestBackend;
let supervisor: SignedIn;
let call: VerifiedCall;
let first: OpenOutcome;
beforeAll(async () => {
  backend = await startTestBackend();
  supervisor = await backend.signIn('s.lindqvist');
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn(), bills.pop());
  first = await payUnknown(backend, call, 2_500, true);
});
/** What one test leaves open is known before the next, so that the books can agree. */
afterEach(() => first.learn('approved'));
afterAll(() => backend.stop());

const override = (key = first.key, who = supervisor, why = reason) =>
  who.ask('overridePayment', { params: { key }, body: { reason: why } });
const codeOf = (answer: Awaited<ReturnType<typeof override>>) =>
  answer.ok ? 'overridden' : answer.problem.code;
/** What the queue tells of the outcome, as long as somebody may want to know. */
async function told() {
  const { rows } = await backend.pool.query(
    "SELECT case_id FROM exception_case WHERE kind = 'unknown' AND subject = $1",
    [first.key],
  );
  const params = { caseId: rows[0].case_id };
  return (await supervisor.value('exception', { params })).detail.outcome;
}
const listed = async () =>
  (await openExceptions(supervisor, 'unknown')).find(
    ({ exception }) => exception.paymentKey === first.key,
  )?.detail.outcome;
const held = async () => (await call.balance()).accounts.some(account => account.held);

describe('a supervisor sees an outcome that nobody knows', () => {
  it('with who pays, what, by which card, taken by whom and where, and how often it was asked', async () => {
    await expect.poll(async () => (await listed())?.askedInVain).toBeGreaterThan(0);
    expect(await listed()).toMatchObject({
      state: 'unknown',
      guarantorId: call.guarantorId,
      guarantorName: expect.stringContaining(' '),
      amountCents: 2_500,
      method: { brand: 'visa', last4: '4242' },
      takenBy: 'r.ames',
      takenByName: 'Rosa Ames',
      workstationId: call.desk.workstationId,
      override: null,
    });
  });

  it('in their own regions only, and the look is kept once an hour, however often the list is read', async () => {
    const { regions } = supervisor.session.user;
    const workIn = (where: readonly string[]) =>
      backend.pool.query('UPDATE user_account SET regions = $1 WHERE user_id = $2', [
        where,
        's.lindqvist',
      ]);
    await workIn(['HI']);
    expect(await listed()).toBeUndefined();
    expect(codeOf(await override())).toBe('payment_not_found');
    await workIn(regions);
    for (let times = 0; times < 3; times += 1) expect(await listed()).toBeDefined();
    const { rowCount } = await backend.pool.query(
      "SELECT FROM access_event WHERE action = 'exception_listed' AND guarantor_id = $1",
      [call.guarantorId],
    );
    expect(rowCount).toBe(1);
  });
});

describe('an override', () => {
  it('lets another payment start, leaves the first unknown, and is kept with who, when and why', async () => {
    expect(await held()).toBe(true);
    expect(codeOf(await override())).toBe('overridden');
    expect(await held()).toBe(false);
    expect(await stateOf(backend.pool, first.key)).toBe('unknown');
    const standing = await call.desk.value('payment', { params: { key: first.key } });
    expect(standing).toMatchObject({ state: 'unknown', overriddenAt: expect.any(String) });
    expect(await listed()).toMatchObject({
      state: 'unknown',
      override: { byName: 'Sanna Lindqvist', reason },
    });
    const { rows } = await backend.pool.query(
      "SELECT user_id, guarantor_id, call_id, reason FROM access_event WHERE action = 'outcome_overridden' AND call_id = $1",
      [call.callId],
    );
    expect(rows).toEqual([
      { user_id: 's.lindqvist', guarantor_id: call.guarantorId, call_id: call.callId, reason },
    ]);
    for (const change of [
      "UPDATE payment_override SET reason = 'xxx'",
      'DELETE FROM payment_override',
    ]) {
      await expect(backend.pool.query(change)).rejects.toThrow('never changed or deleted');
    }
    await first.learn('approved');
    await expectBooksToAgree(backend.pool);
  });

  it('twice changes nothing, and the second hears of the first', async () => {
    const once = await override();
    const again = await override(first.key, supervisor, 'for another reason');
    expect(again).toEqual(once);
    const { rowCount } = await backend.pool.query(
      "SELECT FROM access_event WHERE action = 'outcome_overridden' AND call_id = $1",
      [call.callId],
    );
    expect(rowCount).toBe(1);
  });

  it('is never for who took the payment, nor for anybody but a supervisor, nor without a reason', async () => {
    expect(codeOf(await override(first.key, call.desk))).toBe('not_allowed');
    for (const why of ['', '  x ', 'x'.repeat(501)]) {
      expect(codeOf(await override(first.key, supervisor, why))).toBe('bad_request');
    }
    const withCard = await override(first.key, supervisor, 'her card 4242 4242 4242 4242 is lost');
    expect(withCard).toMatchObject({ problem: { code: 'card_in_reason', field: 'reason' } });
    await backend.pool.query("UPDATE payment SET taken_by = 's.lindqvist' WHERE key = $1", [
      first.key,
    ]);
    expect(codeOf(await override())).toBe('not_allowed');
    await backend.pool.query("UPDATE payment SET taken_by = 'r.ames' WHERE key = $1", [first.key]);
    expect(codeOf(await override(newKey()))).toBe('payment_not_found');
    expect(await held()).toBe(true);
  });

  it('comes too late once the outcome is known, and says what it is', async () => {
    await first.learn('approved');
    expect(codeOf(await override())).toBe('outcome_approved');
    const second = await payUnknown(backend, call, 2_600, false);
    await second.learn('not_charged');
    expect(codeOf(await override(second.key))).toBe('outcome_not_charged');
    const token = await call.capture('4000000000000002');
    const key = newKey();
    await call.pay(await call.order(2_700, { method: { kind: 'card', token } }), key);
    expect(codeOf(await override(key))).toBe('outcome_declined');
    await expectBooksToAgree(backend.pool);
  });

  it('waits while the payment is being sent', async () => {
    const other = await verifiedCall(await backend.signIn(), personas.leilani);
    await backend.forgetFaults();
    await backend.orderFault({ kind: 'slow', delayMs: 400 });
    const key = newKey();
    const going = other.pay(await other.order(900), key);
    await expect.poll(() => stateOf(backend.pool, key)).toBe('sent');
    expect(codeOf(await override(key))).toBe('still_in_flight');
    expect(await going).toMatchObject({ value: { state: 'approved' } });
  });

  it('is told of for a day with what became of it', async () => {
    await override();
    await first.learn('approved');
    expect(await listed()).toBeUndefined();
    expect(await told()).toMatchObject({ state: 'approved', override: { reason } });
    backend.later(25 * 3_600_000);
    supervisor = await backend.signIn('s.lindqvist');
    expect(await told()).toBeNull();
  });

  it('leaves the warning: the same amount on the account is asked about, also while the first is open', async () => {
    await override();
    const again = await call.pay(await call.order(2_500));
    expect(again).toMatchObject({ problem: { code: 'duplicate_suspected' } });
    const wanted = await call.pay(await call.order(2_500, { duplicateAcknowledged: true }));
    expect(wanted).toMatchObject({ value: { state: 'approved' } });
  });
});
