import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import type { PayoutOrder } from '#shared/billing/payout.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { openDb, statement, take } from '../arrivals/statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
let supervisor: SignedIn;
let checks = 100;

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T10:00-08:00' });
  db = openDb(backend);
  supervisor = await backend.signIn('s.lindqvist');
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => expectBooksToAgree(backend.pool));
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

/** Money that came by this channel and was posted to the guarantor on the line: the key of its payment. */
async function arrived(channel: 'wire' | 'mail' | 'in_person', amount: string): Promise<string> {
  await take(db, backend, statement({ amount, channel, remittance: 'thank you' }));
  const unmatched = await openExceptions(supervisor, 'unmatched');
  const params = { arrivalId: unmatched.at(-1)?.detail.arrival?.arrivalId ?? '' };
  const reason = 'the name on it is theirs';
  const body = { number: call.guarantorId, ledger: 'medical' as const, reason };
  await supervisor.value('assignArrival', { params, body });
  const { rows } = await backend.pool.query(
    'SELECT payment_key FROM arrival WHERE arrival_id = $1',
    [params.arrivalId],
  );
  return rows[0].payment_key;
}

async function asked(key: string, amountCents: number, by: SignedIn = call.desk) {
  const refundKey = RefundKey.parse(newKey());
  const verificationId = by === supervisor ? null : call.verificationId;
  const refund = await by.value('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body: { amountCents, reason: 'sent it twice', verificationId },
  });
  return { refundKey, refund };
}

function check(changes: Partial<PayoutOrder> = {}): PayoutOrder {
  checks += 1;
  return { way: 'check', number: `${checks}`, paidOn: '2026-11-17' as CalendarDate, ...changes };
}

async function payOut(refundKey: RefundKey, body: PayoutOrder, by = supervisor) {
  const answer = await by.ask('payOutRefund', { params: { refundKey }, body });
  return answer.ok ? answer.value.state : answer.problem.code;
}

const toPayOut = async () => (await supervisor.value('refundsToPayOut', {})).refunds;

it('a refund of a wire waits for its check, which ends it, opens the bill again and is told in its history', async () => {
  const before = await call.balance();
  const key = await arrived('wire', '25.00');
  const { refundKey, refund } = await asked(key, 2_500);
  expect(refund).toMatchObject({ state: 'approved', paidOut: null });
  expect(await toPayOut()).toMatchObject([
    { refundKey, method: { kind: 'wire' }, address: expect.stringContaining('Oakland, CA 94612') },
  ]);
  const order = check();
  expect(await payOut(refundKey, order)).toBe('refunded');
  expect(await stateOf(backend.pool, key)).toBe('refunded');
  expect((await call.balance()).accounts).toEqual(before.accounts);
  expect(await toPayOut()).toEqual([]);
  const history = await supervisor.value('paymentHistory', { params: { key } });
  expect(history.states.at(-1)).toMatchObject({ state: 'refunded' });
  expect(history.refunds).toMatchObject([
    { state: 'refunded', paidOut: { ...order, paidByName: 'Sanna Lindqvist' } },
  ]);
  const { rows } = await backend.pool.query(
    'SELECT event FROM ledger_entry WHERE payment_key = $1 ORDER BY entered_at',
    [key],
  );
  expect(rows.map(({ event }) => event)).toEqual(['payment_received', 'received_payment_refunded']);
});

it('half of a mailed check goes back, and the payment stands as received for the rest', async () => {
  const key = await arrived('mail', '30.00');
  const { refundKey } = await asked(key, 1_000);
  expect(await payOut(refundKey, check({ way: 'wire', number: 'imad-20261117-0004' }))).toBe(
    'refunded',
  );
  expect(await stateOf(backend.pool, key)).toBe('received');
  const history = await supervisor.value('paymentHistory', { params: { key } });
  expect(history).toMatchObject({ refundedCents: 1_000, refundableCents: 2_000 });
  expect(history.refunds[0]?.paidOut?.number).toBe('IMAD-20261117-0004');
});

it('a refund is paid out once: again changes nothing, another check is refused, and two at once are one', async () => {
  const { refundKey } = await asked(await arrived('in_person', '20.00'), 2_000);
  const order = check();
  const both = await Promise.all([payOut(refundKey, order), payOut(refundKey, check())]);
  expect(both.sort()).toEqual(['paid_out_otherwise', 'refunded']);
  const { rows } = await backend.pool.query(
    'SELECT way, number, paid_on AS "paidOn" FROM refund_payout WHERE refund_key = $1',
    [refundKey],
  );
  expect(await payOut(refundKey, rows[0])).toBe('refunded');
  const { refundKey: next } = await asked(await arrived('mail', '21.00'), 2_100);
  expect(await payOut(next, { ...rows[0] })).toBe('payout_number_used');
  expect(await payOut(next, check())).toBe('refunded');
});

it('a pay-out is refused before the approval, in the future, to whoever asked, and for a card', async () => {
  const large = await asked(await arrived('wire', '260.00'), 26_000);
  expect(large.refund.state).toBe('requested');
  expect(await payOut(large.refundKey, check())).toBe('not_to_pay_out');
  await supervisor.value('decideApproval', {
    params: { kind: 'refund', approvalId: large.refundKey },
    body: { decision: 'approve', reason: 'the sender asked in writing', follows: null },
  });
  for (const paidOn of ['2026-11-16', '2026-11-18'] as CalendarDate[]) {
    expect(await payOut(large.refundKey, check({ paidOn }))).toBe('payout_day_wrong');
  }
  const own = await asked(await arrived('wire', '22.00'), 2_200, supervisor);
  expect(await payOut(own.refundKey, check())).toBe('own_refund');
  expect(await payOut(large.refundKey, check(), call.desk)).toBe('not_allowed');
  const card = await asked(await paySettled(backend, call, 1_500), 1_500);
  expect(await payOut(card.refundKey, check())).toBe('not_to_pay_out');
  expect(await payOut(RefundKey.parse(newKey()), check())).toBe('refund_not_found');
});

it('what was paid too much by a wire pays a charge that a refund opens again', async () => {
  const { charges } = await call.balance();
  const owed = charges.reduce((sum, each) => sum + each.openCents, 0);
  const card = await paySettled(backend, call, 4_000);
  // More than is open now: what is left over is a credit on the youngest charge of its split.
  const wire = await arrived('wire', ((owed - 4_000 + 3_000) / 100).toFixed(2));
  expect((await call.balance()).creditCents).toBe(3_000);
  await asked(card, 4_000);
  await expect.poll(() => stateOf(backend.pool, card)).toBe('refunded');
  const { rows } = await backend.pool.query(
    "SELECT count(*)::int AS n FROM ledger_entry WHERE payment_key = $1 AND event = 'credit_applied'",
    [wire],
  );
  const after = await call.balance();
  const open = after.charges.reduce((sum, each) => sum + each.openCents, 0);
  // Only where both paid the same charge can the credit pay it; either way the books agree to the cent.
  expect(open - (after.creditCents ?? 0)).toBe(1_000);
  expect(rows[0].n).toBe(after.creditCents === 3_000 ? 0 : 1);
});
