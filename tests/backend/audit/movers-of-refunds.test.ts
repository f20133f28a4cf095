import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import { closeRefund } from '#backend/refunds/close.ts';
import { refundCredits } from '#backend/refunds/credit-source.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { expectStateToBecome } from '#tests/support/payment-state.ts';
import { paySettled, settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { askLateVoid, decider, payPosted } from '../approvals/second-person.ts';
import { openDb, statement, take } from '../arrivals/statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T10:00-08:00' });
  db = openDb(backend);
  supervisor = await backend.signIn('s.lindqvist');
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn());
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

async function asked(key: string, amountCents: number): Promise<RefundKey> {
  const refundKey = RefundKey.parse(newKey());
  await call.desk.value('askRefund', {
    params: { key },
    headers: { 'idempotency-key': refundKey },
    body: { amountCents, reason: 'paid by mistake', verificationId: call.verificationId },
  });
  return refundKey;
}

interface Said {
  readonly outcome: string;
  readonly user: string | null;
  readonly workstation: string | null;
  readonly call: string | null;
}

async function recordsOf(refundKey: string): Promise<Said[]> {
  const { rows } = await backend.pool.query(
    `SELECT content::jsonb AS said FROM audit_record
     WHERE content::jsonb @> jsonb_build_object('action', 'refund_moved', 'subject', $1::text) ORDER BY number`,
    [refundKey],
  );
  return rows.map(({ said }) => said);
}
/** Each state the trail has of a refund, and who or what it says brought it there. */
const moversOf = async (refundKey: string) =>
  (await recordsOf(refundKey)).map(({ outcome, user }) => `${outcome}: ${user}`);

const inLife = async (key: string) =>
  (await supervisor.value('paymentLife', { params: { key } })).history.refunds;

async function debitSettled(): Promise<string> {
  const key = newKey();
  const order = await debitOrder(backend, call, 2_000);
  const acknowledged = { ...order, duplicateAcknowledged: true };
  expect(await call.pay(acknowledged, key)).toMatchObject({ value: { state: 'approved' } });
  await settle(backend, key, ['originated', 'settled']);
  return key;
}

async function refundOf(key: string): Promise<RefundKey> {
  const { rows } = await backend.pool.query(
    'SELECT refund_key FROM refund WHERE payment_key = $1',
    [key],
  );
  return RefundKey.parse(rows[0]?.refund_key);
}

it('a small refund is moved by whoever asked for it, at their desk and under their call', async () => {
  const key = await paySettled(backend, call, 2_000);
  const refundKey = await asked(key, 2_000);
  const names = ['requested', 'approved', 'sent', 'refunded'].map(state => `${state}: r.ames`);
  expect(await moversOf(refundKey)).toEqual(names);
  for (const said of await recordsOf(refundKey)) {
    expect(said).toMatchObject({ workstation: call.desk.workstationId, call: call.callId });
  }
  expect(await inLife(key)).toMatchObject([{ byName: 'Rosa Ames', through: null }]);
});

it('a large one is moved by the supervisor who decided it, whichever way', async () => {
  const key = await paySettled(backend, call, 20_000);
  const [declined, approved] = [await asked(key, 20_000), 'approve'];
  const decide = (approvalId: string, decision: string) =>
    supervisor.value('decideApproval', {
      params: { kind: 'refund', approvalId },
      body: { decision: decision as 'approve', reason: 'looked at the statement', follows: null },
    });
  await decide(declined, 'decline');
  expect(await moversOf(declined)).toEqual(['requested: r.ames', 'declined: s.lindqvist']);
  const paid = await asked(key, 20_000);
  await decide(paid, approved);
  expect(await moversOf(paid)).toEqual([
    'requested: r.ames',
    'approved: s.lindqvist',
    'sent: s.lindqvist',
    'refunded: s.lindqvist',
  ]);
  expect((await recordsOf(paid)).at(-1)).toMatchObject({ workstation: null });
});

it('one that the processor was silent about is its own, by the answer to being asked', async () => {
  const key = await paySettled(backend, call, 2_000);
  await backend.orderFault({ kind: 'time_out_after_acting', on: 'refund' });
  const refundKey = await asked(key, 2_000);
  expect((await backend.faults()).at(-1)).toMatchObject({ on: 'refund', happened: 1 });
  expect(await moversOf(refundKey)).not.toContain('refunded: r.ames');
  backend.later(60_000);
  await expectStateToBecome(backend.pool, key, 'refunded');
  expect((await moversOf(refundKey)).slice(-2)).toEqual([
    'sent: r.ames',
    'refunded: card processor',
  ]);
  expect(await inLife(key)).toMatchObject([{ byName: null, through: 'card processor' }]);
  await backend.forgetFaults();
});

it('one that waited for its payment to settle goes with the run that settled it', async () => {
  const key = await payPosted(backend, call);
  const requestId = newKey();
  await askLateVoid(call, key, requestId);
  await backend.orderFault({ kind: 'refuse', on: 'void' });
  await decider(supervisor).decide('late_void', requestId);
  expect((await backend.faults()).at(-1)).toMatchObject({ on: 'void', happened: 1 });
  const refundKey = await refundOf(key);
  expect(await moversOf(refundKey)).toEqual(['requested: r.ames', 'approved: s.lindqvist']);
  backend.later(60_000);
  await settle(backend, key, ['settled']);
  await expectStateToBecome(backend.pool, key, 'refunded');
  expect((await moversOf(refundKey)).slice(2)).toEqual([
    'sent: run card_settlement',
    'refunded: card processor',
  ]);
  await backend.forgetFaults();
});

it('a credit to a bank account is moved by the runs of its files, and by the file that brings it back', async () => {
  const [settled, returned] = [await debitSettled(), await debitSettled()];
  const [paid, back] = [await asked(settled, 2_000), await asked(returned, 2_000)];
  const now = backend.now();
  await db.transaction().execute(async trx => {
    await refundCredits.sent(trx, [paid, back], now);
    expect(await refundCredits.returned(trx, back, 'no such account', now)).toBe(true);
  });
  await closeRefund(db, paid, { outcome: 'refunded' }, now);
  const before = ['requested: r.ames', 'approved: r.ames', 'sent: run ach_origination'];
  expect(await moversOf(paid)).toEqual([...before, 'refunded: run ach_settlement']);
  expect(await moversOf(back)).toEqual([...before, 'refused: bank file']);
  expect(await inLife(returned)).toMatchObject([{ byName: null, through: 'bank file' }]);
});

it('a check for money that arrived by itself is moved by whoever recorded it', async () => {
  await take(db, backend, statement({ amount: '25.00', remittance: 'thank you' }));
  const unmatched = await openExceptions(supervisor, 'unmatched');
  const params = { arrivalId: unmatched.at(-1)?.detail.arrival?.arrivalId ?? '' };
  const number = call.guarantorId;
  const assigned = { number, ledger: 'medical' as const, reason: 'the name on it is theirs' };
  await supervisor.value('assignArrival', { params, body: assigned });
  const { rows } = await backend.pool.query(
    'SELECT payment_key FROM arrival WHERE arrival_id = $1',
    [params.arrivalId],
  );
  const refundKey = await asked(rows[0].payment_key, 2_500);
  const body = { way: 'check', number: '101', paidOn: '2026-11-17' as CalendarDate } as const;
  await supervisor.value('payOutRefund', { params: { refundKey }, body });
  expect((await moversOf(refundKey)).slice(-2)).toEqual([
    'sent: s.lindqvist',
    'refunded: s.lindqvist',
  ]);
});

it('one that a hand at the database approves is the database’s, and nobody here is said to have sent it', async () => {
  const key = await paySettled(backend, call, 20_000);
  const refundKey = await asked(key, 20_000);
  const hand = new pg.Client({ connectionString: backend.databaseUrl });
  await hand.connect();
  await hand.query("UPDATE refund SET state = 'approved' WHERE refund_key = $1", [refundKey]);
  await hand.end();
  await expectStateToBecome(backend.pool, key, 'refunded');
  expect(await moversOf(refundKey)).toEqual([
    'requested: r.ames',
    expect.stringMatching(/^approved: database \S+$/),
    'sent: run card_settlement',
    'refunded: card processor',
  ]);
});
