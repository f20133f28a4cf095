import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRefunds, readRefundAsked } from '#db/journal/refunds-asked.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import { cents } from '#shared/money/cents.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { newKey } from '#tests/support/backend-call.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let folder: string;
let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let key: AttemptKey;
let refundKey: RefundKey;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  folder = mkdtempSync(join(tmpdir(), 'remit-refunds-'));
  desk = startTestDesk(line.url, { folder });
  await verifiedCall(desk);
  await captureCard(desk);
  key = (await desk.value('payments.submit', partOfTheBill)).key;
  await settle(backend, key);
  refundKey = RefundKey.parse(newKey());
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await desk.stop();
  await line.close();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const asked = () =>
  desk.ask('payments.refund', { key, refundKey, amountCents: cents(1_000), reason: 'paid twice' });
const answer = () => readRefundAsked(desk.desk.journal, refundKey)?.answer;
const paidBack = async () => {
  const { rows } = await backend.pool.query(
    'SELECT refund_key AS key, state FROM refund WHERE payment_key = $1',
    [key],
  );
  return rows;
};
const isRefund = (method: string, path: string) => method === 'POST' && path.endsWith('/refunds');

async function startAgain(): Promise<void> {
  await desk.stop();
  line.mend();
  desk = startTestDesk(line.url, { folder });
}

test('a refund whose answer was lost is learned by the desk after it was started again, and paid once', async () => {
  line.next('drop_after', isRefund);
  const reply = asked();
  await expect.poll(() => line.happened('drop_after'), { interval: 1 }).toBe(1);
  line.cut();
  expect(await reply).toMatchObject({ ok: false });
  expect(answer()).toBe(null);
  await startAgain();
  await expect.poll(answer, { timeout: 30_000 }).toBe('refunded');
  expect(await paidBack()).toEqual([{ key: refundKey, state: 'refunded' }]);
});

test('a refund that never got there is in the journal, and is sent once the same person is back', async () => {
  line.cut();
  expect(await asked()).toMatchObject({ ok: false, reason: 'unreachable' });
  expect(openRefunds(desk.desk.journal)).toMatchObject([{ refundKey, amountCents: 1_000 }]);
  expect(await paidBack()).toEqual([]);
  await startAgain();
  // Nobody is signed in: it is asked after and stays open, for nobody here may ask for money alone.
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await expect.poll(answer, { timeout: 30_000 }).toBe('refunded');
  expect(await paidBack()).toEqual([{ key: refundKey, state: 'refunded' }]);
  const summary = await desk.value('call.summary', null);
  expect(JSON.stringify(summary)).toContain('A refund was asked for and given back.');
});

test('a refund that was refused is over, and may be asked for as something else under its key', async () => {
  const over = await desk.ask('payments.refund', {
    key,
    refundKey,
    amountCents: cents(9_000_000),
    reason: 'paid twice',
  });
  expect(over).toMatchObject({ ok: false, reason: 'refund_over_paid' });
  expect(answer()).toBe('not_taken');
  expect(await asked()).toMatchObject({ ok: true, value: { state: 'refunded' } });
  const other = await desk.ask('payments.refund', {
    key,
    refundKey,
    amountCents: cents(900),
    reason: 'paid twice',
  });
  expect(other).toMatchObject({ ok: false, reason: 'key_reused' });
});
