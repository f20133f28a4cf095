import { afterEach, beforeEach, expect, test } from 'vitest';
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
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
  await captureCard(desk);
});

afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const onceCharged = {
  processorCharges: 1,
  processorCents: 10_000,
  ledgerCents: 10_000,
  approvedCents: 10_000,
};
const neverCharged = {
  processorCharges: 0,
  processorCents: 0,
  ledgerCents: 0,
  approvedCents: 0,
};

test('a payment on a good line is approved, charged once and confirmed', async () => {
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(attempt).toMatchObject({ state: 'approved', amountCents: 10_000 });
  expect(attempt.confirmation).toMatch(/^\w{3}-\w{3}-\w{3}$/);
  expect(await moneyMoved(backend)).toEqual(onceCharged);
});

for (const fault of ['drop_after', 'truncate'] as const) {
  test(`a reply lost by ${fault} leaves the attempt unknown until the desk has asked, and one charge`, async () => {
    line.next(fault, isPayment);
    const attempt = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened(fault)).toBe(1);
    expect(attempt.state).toBe('unknown');
    expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'approved' });
    expect(await moneyMoved(backend)).toEqual(onceCharged);
  });
}

for (const fault of ['drop_before', 'status_500', 'status_429', 'nonsense'] as const) {
  test(`a payment that never arrived (${fault}) ends as not charged after the desk has asked`, async () => {
    line.next(fault, isPayment);
    const attempt = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened(fault)).toBe(1);
    expect(attempt.state).toBe('unknown');
    expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'not_charged' });
    expect(await moneyMoved(backend)).toEqual(neverCharged);
  });
}

test('a payment that arrives after the desk has asked finds its key closed and charges nothing', async () => {
  line.next('deliver_late', isPayment);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  await desk.value('payments.askNow', null);
  expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'not_charged' });
  await line.settled();
  expect(line.happened('deliver_late')).toBe(1);
  const heard = await backend.pool.query(
    'SELECT abandoned_at FROM payment_request WHERE key = $1',
    [attempt.key],
  );
  expect(heard.rows[0].abandoned_at).not.toBeNull();
  expect(await moneyMoved(backend)).toEqual(neverCharged);
});

test('a payment that the network delivers twice is charged once', async () => {
  line.next('duplicate', isPayment);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(line.happened('duplicate')).toBe(1);
  expect(attempt.state).toBe('approved');
  expect(await moneyMoved(backend)).toEqual(onceCharged);
});

test('while the outcome is unknown no second payment starts, and afterwards it may', async () => {
  line.next('drop_after', isPayment);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  line.cut();
  expect(line.happened('drop_after')).toBe(1);
  expect(attempt.state).toBe('unknown');
  const second = await desk.ask('payments.submit', partOfTheBill);
  expect(second).toMatchObject({ ok: false, reason: 'payment_open' });
  line.mend();
  expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'approved' });
  await captureCard(desk);
  const next = await desk.ask('payments.submit', {
    ...partOfTheBill,
    duplicateAcknowledged: true,
    totalSeenCents: cents(MARISOL_OWES - partOfTheBill.amountCents),
  });
  expect(next).toMatchObject({ ok: true, value: { state: 'approved' } });
});

test('the processor charges and never answers: the backend asks it, and the desk learns the truth', async () => {
  await backend.orderFault({ kind: 'time_out_after_acting', on: 'charge' });
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(attempt.state).toBe('unknown');
  expect((await backend.faults())[0]?.happened).toBe(1);
  expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'approved' });
  expect(await moneyMoved(backend)).toEqual(onceCharged);
});

test('a late copy of a sign-in does not keep the desk from learning what became of a payment', async () => {
  line.next('duplicate_late', (_method, path) => path === '/v1/sessions');
  await desk.value('session.signOut', null);
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await line.settled();
  expect(line.happened('duplicate_late')).toBe(1);
  await captureCard(desk);
  line.next('drop_after', isPayment);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(line.happened('drop_after')).toBe(1);
  expect(attempt.state).toBe('unknown');
  expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'approved' });
  expect(await moneyMoved(backend)).toEqual(onceCharged);
});

test('a balance that changed since it was read is told before anything is sent', async () => {
  const reply = await desk.ask('payments.submit', { ...partOfTheBill, totalSeenCents: 1 as never });
  expect(reply).toMatchObject({ ok: false, reason: 'balance_changed' });
  expect(await moneyMoved(backend)).toEqual(neverCharged);
});

test('the five same submissions of one impatient page make one payment', async () => {
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => desk.ask('payments.submit', partOfTheBill)),
  );
  expect(replies.filter(reply => reply.ok)).toHaveLength(1);
  expect(await moneyMoved(backend)).toEqual(onceCharged);
});
