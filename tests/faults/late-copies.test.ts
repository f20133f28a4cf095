import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifiedCall as callAtBackend } from '#tests/support/backend-call.ts';
import { captureCard, moneyMoved, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url, { delayMs: () => 1_500 });
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
  await captureCard(desk);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

test('a payment refused because the bill was held is not charged by a late copy of its request', async () => {
  const other = await callAtBackend(await backend.signIn('c.okafor'));
  await backend.orderFault({ kind: 'slow', delayMs: 1_000 });
  const paid = other.pay(await other.order(500));
  await expect.poll(async () => (await backend.faults())[0]?.happened).toBe(1);

  line.next('duplicate_late', isPayment);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(attempt).toMatchObject({ state: 'not_charged', refusal: 'account_held' });
  expect(await paid).toMatchObject({ value: { state: 'approved' } });
  await wait(10);
  await line.settled();
  expect(line.happened('duplicate_late')).toBe(1);
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 1, processorCents: 500 });
});

test('a payment refused by a backend whose clock ran ahead is not charged by a late copy of its request', async () => {
  // Longer than a session lasts, and right again before the copy arrives.
  const aheadMs = 13 * 3_600_000;
  line.next('duplicate_late', (method, path) => {
    if (isPayment(method, path)) backend.later(aheadMs);
    return isPayment(method, path);
  });
  const attempt = await desk.value('payments.submit', partOfTheBill);
  backend.later(-aheadMs);
  expect(line.happened('duplicate_late')).toBe(1);
  await line.settled();
  await desk.value('payments.askNow', null);
  const truth = await desk.value('payments.outcome', { key: attempt.key });
  const charged = truth.state === 'approved' ? 1 : 0;
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: charged });
});
