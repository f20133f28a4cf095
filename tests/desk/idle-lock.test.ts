import { afterEach, beforeEach, expect, test } from 'vitest';
import { IDLE_LOCK_MS } from '#electron/session/session.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let ahead: number;

beforeEach(async () => {
  ahead = 0;
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, {
    running: false,
    clock: { nowMs: () => Date.now() + ahead },
  });
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

const isLocked = async () => (await desk.value('desk.state', null)).locked;

test('fifteen minutes without a touch lock the desk, and not a moment before', async () => {
  ahead = IDLE_LOCK_MS - 5_000;
  desk.desk.session.lockIfIdle();
  expect(await isLocked()).toBe(false);
  ahead = IDLE_LOCK_MS + 1;
  desk.desk.session.lockIfIdle();
  expect(await isLocked()).toBe(true);
  expectRefused(await desk.ask('call.current', null), 'locked');
});

test('a touch keeps it open for another fifteen minutes', async () => {
  ahead = 14 * 60_000;
  await desk.value('session.touch', null);
  ahead = 28 * 60_000;
  expect(await isLocked()).toBe(false);
  ahead = 30 * 60_000;
  expect(await isLocked()).toBe(true);
});

test('after the machine has slept nothing is shown, and the first touch does not open it', async () => {
  ahead = 8 * 3_600_000;
  expectRefused(await desk.ask('session.touch', null), 'locked');
  desk.desk.session.touch();
  expectRefused(await desk.ask('balance.read', null), 'locked');
});

test('locking forgets the captured card, ends the capture and goes on with the recording', async () => {
  await captureCard(desk);
  expect((await desk.value('call.current', null))?.card).not.toBeNull();
  await desk.value('session.lock', null);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect((await desk.value('call.current', null))?.card).toBeNull();
  expectRefused(await desk.ask('payments.submit', partOfTheBill), 'no_card');

  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  expect(
    await desk.value('capture.open', { bounds, scheme: 'dark', method: 'card' }),
  ).toMatchObject({
    recording: 'paused',
  });
  ahead = IDLE_LOCK_MS;
  expect(await isLocked()).toBe(true);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  const call = await desk.value('call.current', null);
  expect(call?.recording).toBe('on');
  expect(call?.events.at(-1)?.kind).toBe('recording_resumed');
});

test('a wrong password leaves it locked, the right one goes on with the call', async () => {
  const before = await desk.value('call.current', null);
  await desk.value('session.lock', null);
  expectRefused(await desk.ask('session.unlock', { password: 'guessed' }), 'bad_credentials');
  expect(await isLocked()).toBe(true);
  expectRefused(await desk.ask('call.current', null), 'locked');
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect(await desk.value('call.current', null)).toEqual(before);
});

test('ten wrong passwords lock the user, and the right one does not help', async () => {
  await desk.value('session.lock', null);
  for (let tried = 1; tried <= 10; tried += 1) {
    expectRefused(await desk.ask('session.unlock', { password: 'guessed' }), 'bad_credentials');
  }
  expectRefused(await desk.ask('session.unlock', { password: 'sandbox-only' }), 'sign_in_locked');
  expect(await isLocked()).toBe(true);
});

test('nobody else signs in over a locked desk', async () => {
  await desk.value('session.lock', null);
  const other = { userId: 's.lindqvist', password: 'sandbox-only' };
  expectRefused(await desk.ask('session.signIn', other), 'locked');
  expect((await desk.value('desk.state', null)).user?.userId).toBe('r.ames');
});
