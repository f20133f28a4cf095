import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { cents } from '#shared/money/cents.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { newKey } from '#tests/support/backend-call.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let desk: TestDesk;
let other: TestDesk;
let attempt: Attempt;

const newRefund = () => RefundKey.parse(newKey());

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  other = startTestDesk(backend.url);
  await verifiedCall(desk);
  await verifiedCall(other);
});
beforeEach(async () => {
  await captureCard(desk);
  const draft = { ...partOfTheBill, duplicateAcknowledged: true };
  const { balance } = await desk.value('balance.read', null);
  const totalSeenCents = cents(balance.charges.reduce((sum, each) => sum + each.openCents, 0));
  attempt = await desk.value('payments.submit', { ...draft, totalSeenCents });
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await desk.stop();
  await other.stop();
  await backend.stop();
});

test('a payment’s life is told on whatever desk its verified caller is', async () => {
  const { key } = attempt;
  const history = await other.value('payments.history', { key });
  expect(history).toEqual(await desk.value('payments.history', { key }));
  expect(history.states.at(-1)?.state).toBe('approved');
});

test('a payment of another desk is voided by the same representative', async () => {
  const { key } = attempt;
  await other.value('payments.takeBack', { key, reason: 'wrong account' });
  const history = await other.value('payments.history', { key });
  expect(history.states.at(-1)).toMatchObject({ state: 'voided', why: 'wrong account' });
});

test('a refund asked for again under its key is the same refund', async () => {
  const { key } = attempt;
  await settle(backend, key);
  const wish = {
    key,
    refundKey: newRefund(),
    amountCents: cents(4_000),
    reason: 'paid by mistake',
  };
  const first = await desk.value('payments.refund', wish);
  expect(first.state).toBe('refunded');
  expect(await desk.value('payments.refund', wish)).toEqual(first);
  const again = await desk.ask('payments.refund', {
    ...wish,
    refundKey: newRefund(),
    amountCents: cents(6_001),
  });
  expect(again).toMatchObject({ ok: false, reason: 'refund_over_paid' });
});

test('a trace that comes too early is refused in a sentence', async () => {
  const trace = { key: attempt.key, traceId: randomUUID(), note: 'not on the statement' };
  expect(await desk.ask('payments.trace', trace)).toMatchObject({
    ok: false,
    reason: 'trace_too_early',
    message: expect.stringContaining('may still post in time'),
  });
});

test('a receipt again, by print, e-mail and mail, tells what became of the payment', async () => {
  const { key } = attempt;
  await settle(backend, key);
  const half = {
    key,
    refundKey: newRefund(),
    amountCents: cents(2_500),
    reason: 'paid by mistake',
  };
  await desk.value('payments.refund', half);
  expect(await other.value('receipts.print', { key, language: 'en' })).toEqual({ printed: true });
  const text = await pdfText(other.printed.at(-1)?.bytes ?? Buffer.alloc(0));
  for (const words of ['What became of it', 'Approved', 'Settled', 'Given back: $25.00']) {
    expect(text).toContain(words);
  }
  const receiptKey = randomUUID();
  const mail = { key, receiptKey, by: 'email', to: 'marisol@example.org', language: 'es' } as const;
  expect((await desk.value('receipts.send', mail)).sentAt).not.toBeNull();
  const letter = { ...mail, receiptKey: randomUUID(), by: 'mail', to: null } as const;
  await desk.value('receipts.send', letter);
  expect(await readdir(join(backend.outbox, 'email'))).toEqual([`${receiptKey}.eml`]);
  const { receipts } = await desk.value('payments.history', { key });
  expect(receipts.map(({ by }) => by)).toEqual(['email', 'mail']);
});

test('a supervisor decides a large refund that a representative asked for', async () => {
  await captureCard(desk);
  const { balance } = await desk.value('balance.read', null);
  const totalSeenCents = cents(balance.charges.reduce((sum, each) => sum + each.openCents, 0));
  const large = {
    ...partOfTheBill,
    amountCents: cents(20_000),
    totalSeenCents,
    duplicateAcknowledged: true,
  };
  const { key } = await desk.value('payments.submit', large);
  await settle(backend, key);
  const refundKey = newRefund();
  const wish = {
    key,
    refundKey,
    amountCents: cents(20_000),
    reason: 'charged for the wrong visit',
  };
  expect((await desk.value('payments.refund', wish)).state).toBe('requested');
  const third = startTestDesk(backend.url);
  await third.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  const { approvals } = await third.value('approvals.waiting', {});
  expect(approvals).toMatchObject([{ approvalId: refundKey, askedByName: 'Rosa Ames' }]);
  const one = { kind: 'refund', approvalId: refundKey } as const;
  const { follows } = await third.value('approvals.read', one);
  const reason = 'the visit was another patient’s';
  const decision = { ...one, decision: 'approve', reason, follows } as const;
  expect(await third.value('approvals.decide', decision)).toMatchObject({
    state: 'approved',
    refundState: 'refunded',
  });
  await third.stop();
});

test('what was asked for on a call stands in its log and its summary', async () => {
  const { key } = attempt;
  await settle(backend, key);
  const half = { key, refundKey: newRefund(), amountCents: cents(1_000), reason: 'paid twice' };
  await desk.value('payments.refund', half);
  const { balance } = await desk.value('balance.read', null);
  const disputed = new Set(balance.disputes.map(({ chargeId }) => chargeId));
  const charge = balance.charges.find(({ chargeId }) => !disputed.has(chargeId));
  const dispute = { disputeId: randomUUID(), chargeId: charge?.chargeId ?? '' };
  await desk.value('disputes.open', { ...dispute, reason: 'was never there' });
  const events = (await desk.value('call.current', null))?.events ?? [];
  expect(events.map(({ kind, about }) => `${kind} ${about}`)).toEqual(
    expect.arrayContaining([
      `refund_asked ${key}`,
      'refund refunded',
      `disputed ${dispute.chargeId}`,
    ]),
  );
  const summary = JSON.stringify(await desk.value('call.summary', null));
  expect(summary).toContain('A refund was asked for and given back.');
  expect(summary).toContain('A charge was disputed.');
});

/** Two years, which the policy does not have, from a business day some weeks on. */
const aboveThePolicy = (now: number): PlanWish => ({
  kind: 'standard',
  pace: { by: 'months', months: 24 },
  firstDueOn: businessDaysAfter(dateIn('America/Los_Angeles', instantOf(now)), 12),
});

test('what a second person was asked for on a call stands in its log and its summary too, once', async () => {
  const { key } = attempt;
  await settle(backend, key, ['posted']);
  const late = { requestId: randomUUID(), key, reason: 'the wrong card' };
  await desk.value('approvals.askLateVoid', late);
  await desk.value('approvals.askLateVoid', late);
  await backend.orderFault({ kind: 'time_out_after_acting' });
  await backend.orderFault({ kind: 'server_error', on: 'find', times: 1_000 });
  await captureCard(desk);
  const { balance } = await desk.value('balance.read', null);
  const totalSeenCents = cents(balance.charges.reduce((sum, each) => sum + each.openCents, 0));
  const open = await desk.value('payments.submit', {
    ...partOfTheBill,
    duplicateAcknowledged: true,
    totalSeenCents,
  });
  expect(open.state).toBe('unknown');
  const beside = { requestId: randomUUID(), key: open.key, reason: 'has to leave' };
  await desk.value('approvals.askOverride', beside);
  const events = (await desk.value('call.current', null))?.events ?? [];
  const asked = events.filter(({ kind }) => kind.endsWith('_asked') && kind !== 'refund_asked');
  expect(asked.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
    `late_void_asked ${key}`,
    `override_asked ${open.key}`,
  ]);
  const summary = JSON.stringify(await desk.value('call.summary', null));
  expect(summary).toContain('asked to take a payment back after its cut-off');
  expect(summary).toContain('asked to allow another payment while the outcome of one is open');
  await backend.forgetFaults();
  backend.later(3_000);
  await expect
    .poll(
      async () => {
        const call = await desk.value('call.current', null);
        return call?.attempts.find(each => each.key === open.key)?.state;
      },
      { timeout: 20_000 },
    )
    .toBe('approved');
});

test('so does a plan outside of the policy', async () => {
  const theirs = startTestDesk(backend.url);
  await verifiedCall(theirs, 'r.ames', personas.leilani);
  const requestId = randomUUID();
  const wish = aboveThePolicy(backend.now());
  await theirs.value('approvals.askPlan', { requestId, wish, reason: 'cannot pay more a month' });
  const events = (await theirs.value('call.current', null))?.events ?? [];
  expect(events.at(-1)).toMatchObject({ kind: 'plan_exception_asked', about: requestId });
  expect(JSON.stringify(await theirs.value('call.summary', null))).toContain(
    'asked for a plan outside of the policy',
  );
  await theirs.stop();
});

test('a late fee is asked to be waived on a call, and a supervisor at another desk waives it', async () => {
  const earls = startTestDesk(backend.url);
  await verifiedCall(earls, 'r.ames', personas.earl);
  const late = async () =>
    (await earls.value('balance.read', null)).balance.charges.find(
      ({ kind }) => kind === 'late_fee',
    );
  const chargeId = (await late())?.chargeId ?? '';
  const waiverId = randomUUID();
  await earls.value('waivers.ask', { waiverId, chargeId, reason: 'was in hospital' });
  const third = startTestDesk(backend.url);
  await third.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  const ofFees = { kind: 'fee_waiver' } as const;
  expect((await third.value('approvals.waiting', ofFees)).approvals).toMatchObject([
    { approvalId: waiverId },
  ]);
  const decision = {
    ...ofFees,
    approvalId: waiverId,
    decision: 'approve',
    reason: 'the first in years',
    follows: 'waive',
  } as const;
  expect((await third.value('approvals.decide', decision)).state).toBe('approved');
  expect((await earls.value('waivers.list', null)).waivers).toMatchObject([{ state: 'waived' }]);
  expect((await late())?.openCents).toBe(0);
  const summary = JSON.stringify(await earls.value('call.summary', null));
  expect(summary).toContain('The waiver of a late fee was asked for.');
  await third.stop();
  await earls.stop();
});
