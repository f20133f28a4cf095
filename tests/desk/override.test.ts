import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Attempt } from '#shared/desk/attempt.ts';
import { cents } from '#shared/money/cents.ts';
import {
  captureCard,
  MARISOL_OWES,
  moneyMoved,
  partOfTheBill,
  truthOf,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

const reason = 'The caller boards a plane in an hour.';
const again = { ...partOfTheBill, duplicateAcknowledged: true };

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let supervisor: TestDesk;
let first: Attempt;

/** The processor charged the first payment, and nobody knows. */
beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url);
  supervisor = startTestDesk(backend.url);
  await supervisor.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  await verifiedCall(desk);
  await captureCard(desk);
  await backend.orderFault({ kind: 'time_out_after_acting' });
  await backend.orderFault({ kind: 'server_error', on: 'find', times: 1_000 });
  first = await desk.value('payments.submit', partOfTheBill);
  expect((await backend.faults())[0]?.happened).toBe(1);
  expect(first.state).toBe('unknown');
});
afterEach(async () => {
  await desk.stop();
  await supervisor.stop();
  await line.close();
  await backend.stop();
});

const override = () => supervisor.ask('payments.override', { key: first.key, reason });
/** What a supervisor's desk shows of the one outcome that is open. */
async function outcomeOn(at: TestDesk) {
  const { exceptions } = await at.value('exceptions.list', {
    kind: 'unknown',
    whose: 'everybodys',
    standing: 'open',
  });
  expect(exceptions).toHaveLength(1);
  const caseId = exceptions[0]?.caseId ?? '';
  return (await at.value('exceptions.read', { caseId })).detail.outcome;
}
const states = async () =>
  (await desk.value('call.current', null))?.attempts.map(attempt => attempt.state);

async function learnTheTruth(): Promise<Attempt> {
  await backend.forgetFaults();
  backend.later(3_000);
  return truthOf(desk, first.key);
}

test('a supervisor sees the outcome that is open, and lets another payment start', async () => {
  expect(await outcomeOn(supervisor)).toMatchObject({
    key: first.key,
    state: 'unknown',
    amountCents: 10_000,
    takenBy: 'r.ames',
    override: null,
  });
  expect(await override()).toMatchObject({ ok: true, value: { override: { reason } } });
  await desk.value('payments.askNow', null);
  const call = await desk.value('call.current', null);
  expect(call?.attempts).toMatchObject([{ state: 'unknown', overriddenAt: expect.any(String) }]);
});

test('the desk whose own journal holds the open attempt takes another, and hears the truth of both', async () => {
  await captureCard(desk);
  expect(await desk.ask('payments.submit', again)).toMatchObject({ reason: 'payment_open' });
  await override();
  expect(await desk.ask('payments.submit', again)).toMatchObject({
    ok: true,
    value: { state: 'approved' },
  });
  expect(await states()).toEqual(['unknown', 'approved']);
  expect(await desk.value('desk.state', null)).toMatchObject({ openAttempts: 1 });
  expect(await learnTheTruth()).toMatchObject({
    state: 'approved',
    overriddenAt: expect.any(String),
  });
  expect(await states()).toEqual(['approved', 'approved']);
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 2, ledgerCents: 20_000 });
  await expectBooksToAgree(backend.pool);
});

test('another desk may take it too, and then holds the account itself', async () => {
  await override();
  const other = startTestDesk(backend.url);
  await verifiedCall(other, 'c.okafor');
  await captureCard(other);
  await backend.orderFault({ kind: 'time_out_after_acting' });
  const second = await other.value('payments.submit', again);
  expect(second.state).toBe('unknown');
  await captureCard(desk);
  const third = await desk.value('payments.submit', again);
  expect(third).toMatchObject({ state: 'not_charged', refusal: 'account_held' });
  await other.stop();
});

test('the whole bill taken twice is a credit that the balance and the supervisor show', async () => {
  await override();
  await captureCard(desk);
  const rest = { ...again, amountCents: MARISOL_OWES };
  expect(await desk.value('payments.submit', rest)).toMatchObject({ state: 'approved' });
  await learnTheTruth();
  const { balance } = await desk.value('balance.read', null);
  expect(balance.creditCents).toBe(10_000);
  const { credits } = await supervisor.value('payments.unappliedCredits', null);
  expect(credits).toMatchObject([{ key: first.key, creditCents: cents(10_000) }]);
});

test('without the backend nothing changes: the override it spoke of lets nothing start', async () => {
  await override();
  await desk.value('payments.askNow', null);
  await captureCard(desk);
  line.cut();
  expect(await desk.ask('payments.submit', again)).toMatchObject({ reason: 'payment_open' });
  expect(await states()).toEqual(['unknown']);
  line.mend();
  expect(await desk.ask('payments.submit', again)).toMatchObject({ ok: true });
});

test('the same amount is still asked about before it is taken a second time', async () => {
  await override();
  await captureCard(desk);
  const second = await desk.value('payments.submit', partOfTheBill);
  expect(second).toMatchObject({ state: 'not_charged', refusal: 'duplicate_suspected' });
});

test('an override that comes too late says what became known, and both leave a row in the audit', async () => {
  await learnTheTruth();
  expect(await override()).toMatchObject({ ok: false, reason: 'outcome_approved' });
  const rows = supervisor.desk.journal
    .prepare('SELECT user_id, action, subject FROM local_audit ORDER BY record_id DESC LIMIT 1')
    .all();
  expect(rows).toEqual([
    { user_id: 's.lindqvist', action: 'outcome_override_refused', subject: first.key },
  ]);
});

test('a reason with a card number in it is kept nowhere', async () => {
  const key = first.key;
  const reply = await supervisor.ask('payments.override', { key, reason: '4242 4242 4242 4242' });
  expect(reply).toMatchObject({ ok: false, reason: 'card_in_reason', field: 'reason' });
});

test('a supervisor whose line is cut is told so, and nothing is overridden', async () => {
  const away = startTestDesk(line.url);
  await away.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  line.cut();
  const refused = await away.ask('payments.override', { key: first.key, reason });
  expect(refused).toMatchObject({ ok: false, reason: 'unreachable' });
  line.mend();
  expect(await outcomeOn(away)).toMatchObject({ key: first.key, override: null });
  await away.stop();
});
