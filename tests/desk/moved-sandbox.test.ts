import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { lastedMs } from '#shared/call/call-length.ts';
import { cents } from '#shared/money/cents.ts';
import { latestPromiseOn } from '#shared/promises/policy.ts';
import { captureCard, partOfTheBill, truthOf, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { DAY_MS, moveOnly } from '#tests/support/sandbox-day.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend({ movable: true });
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

const state = () => desk.value('desk.state', null);
const today = () => dateIn('America/Los_Angeles', instantOf(backend.now()));

/** The sandbox's clock is read when it is moved, and rounded on its way: a whole day is never missed by this. */
const ROUNDING_MS = 1_000;

/** Moves the sandbox, and waits until the open desk has noticed. */
async function move(days: number): Promise<void> {
  const before = (await state()).aheadMs;
  await moveOnly(backend, days * DAY_MS);
  await expect
    .poll(async () => (await state()).aheadMs - before)
    .toBeGreaterThan(days * DAY_MS - ROUNDING_MS);
}

describe('a desk whose sandbox is moved a month', () => {
  test('stays signed in and unlocked, and its call lasts no longer for it', async () => {
    await move(30);
    expect(await state()).toMatchObject({ locked: false, user: { userId: 'r.ames' } });
    const call = await desk.value('call.current', null);
    if (!call) throw new Error('The call is gone.');
    expect(backend.now() - Date.parse(call.startedAt)).toBeGreaterThan(30 * DAY_MS);
    expect(lastedMs(call, backend.now())).toBeLessThan(120_000);
    expect((await desk.value('call.summary', null)).summary).toMatch(/\b[12] minutes?\b/);
  });

  test('reads the bill as of the new date, and its copy with it', async () => {
    await move(30);
    const { balance, source } = await desk.value('balance.read', null);
    expect(source).toBe('backend');
    expect(Math.abs(Date.parse(balance.asOf) - backend.now())).toBeLessThan(60_000);
    await expect
      .poll(async () => backend.now() - Date.parse((await state()).sync.asOf ?? ''))
      .toBeLessThan(60_000);
  });

  test('takes a promise by the new date: the month that went by is past', async () => {
    const before = today();
    await move(30);
    const promise = { amountCents: cents(31_240), reason: 'payday' as const, note: '' };
    const promisedOn = addDays(before, 10);
    expectRefused(
      await desk.ask('promises.make', { ...promise, promisedOn }),
      'bad_input',
      'promisedOn',
    );
    const kept = await desk.value('promises.make', {
      ...promise,
      promisedOn: latestPromiseOn(today()),
    });
    expect(kept).toBeDefined();
    await expect.poll(async () => (await state()).unsent.count).toBe(0);
    const { rows } = await backend.pool.query(
      'SELECT made_at FROM promise_to_pay ORDER BY kept_at DESC LIMIT 1',
    );
    expect(Math.abs(Date.parse(rows[0].made_at) - backend.now())).toBeLessThan(60_000);
  });

  test('takes a card that was captured before, and keeps the payment under the new date', async () => {
    await captureCard(desk);
    await move(30);
    await desk.value('balance.read', null);
    const { key } = await desk.value('payments.submit', partOfTheBill);
    const paid = await truthOf(desk, key);
    expect(paid.state).toBe('approved');
    expect(Math.abs(Date.parse(paid.committedAt) - backend.now())).toBeLessThan(60_000);
    expect(paid.postingOn && paid.postingOn >= today()).toBe(true);
  });

  test('started again, it is at that date before it has heard from the backend', async () => {
    await move(30);
    const again = startTestDesk('http://127.0.0.1:9', { folder: desk.folder, running: false });
    const { aheadMs } = await again.value('desk.state', null);
    await again.stop();
    expect(aheadMs).toBe((await state()).aheadMs);
  });

  test('takes no card that has expired by then', async () => {
    await move(200);
    const bounds = { x: 0, y: 0, width: 380, height: 260 };
    await desk.value('capture.open', { bounds, scheme: 'light', method: 'card' });
    const soon = addDays(today(), -40);
    const expiry = `${soon.slice(5, 7)}/${soon.slice(2, 4)}`;
    const { faults } = await desk.value('capture.submit', {
      number: '4242424242424242',
      expiry,
      securityCode: '123',
      postalCode: '94612',
    });
    expect(faults).toHaveProperty('expiry');
  });
});
