import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { cents } from '#shared/money/cents.ts';
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
  const { refunds } = await third.value('refunds.waiting', null);
  expect(refunds).toMatchObject([{ refundKey, askedByName: 'Rosa Ames' }]);
  const decision = {
    refundKey,
    decision: 'approve',
    reason: 'the visit was another patient’s',
  } as const;
  expect((await third.value('refunds.decide', decision)).state).toBe('refunded');
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
  expect((await third.value('waivers.waiting', null)).waivers).toMatchObject([{ waiverId }]);
  const decision = { waiverId, decision: 'waive', reason: 'the first in years' } as const;
  expect((await third.value('waivers.decide', decision)).state).toBe('waived');
  expect((await earls.value('waivers.list', null)).waivers).toMatchObject([{ state: 'waived' }]);
  expect((await late())?.openCents).toBe(0);
  const summary = JSON.stringify(await earls.value('call.summary', null));
  expect(summary).toContain('The waiver of a late fee was asked for.');
  await third.stop();
  await earls.stop();
});
