import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureCard, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { running: false });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const signIn = (userId: string) =>
  desk.value('session.signIn', { userId, password: 'sandbox-only' });

const sessions = async () =>
  (await backend.pool.query('SELECT user_id FROM session ORDER BY user_id')).rows.map(
    row => row.user_id,
  );

const endEverySession = () => backend.pool.query('DELETE FROM session');

test('signing out forgets user, token and card, at the backend too, and keeps the call', async () => {
  await verifiedCall(desk);
  await captureCard(desk);
  const call = await desk.value('call.current', null);
  await desk.value('session.signOut', null);

  expect(await desk.value('desk.state', null)).toMatchObject({ user: null, locked: false });
  expect(desk.desk.session.token()).toBeUndefined();
  expect(desk.desk.captured.of(call?.callId ?? '')).toBeUndefined();
  expect(await sessions()).toEqual([]);
  expectRefused(await desk.ask('call.current', null), 'signed_out');

  await signIn('r.ames');
  expect(await desk.value('call.current', null)).toMatchObject({
    callId: call?.callId,
    card: null,
  });
});

test('signing out works while the backend is down', async () => {
  await signIn('r.ames');
  line.cut();
  await desk.value('session.signOut', null);
  expect((await desk.value('desk.state', null)).user).toBeNull();
});

test('a session that the backend has ended locks the desk, and unlocking goes on with the call', async () => {
  await verifiedCall(desk);
  const before = await desk.value('call.current', null);
  await endEverySession();
  expectRefused(await desk.ask('balance.read', null), 'signed_out');
  expect((await desk.value('desk.state', null)).locked).toBe(true);
  expectRefused(await desk.ask('balance.read', null), 'locked');

  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect(await desk.value('call.current', null)).toEqual(before);
  expect(await desk.value('balance.read', null)).toMatchObject({ source: 'backend' });
});

test('a late answer to a session that has gone does not lock the one after it', async () => {
  await verifiedCall(desk);
  await endEverySession();
  line.next('hold_reply', (_, path) => path.includes('/balance'));
  const late = desk.ask('balance.read', null);
  await expect.poll(() => line.happened('hold_reply')).toBe(1);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expectRefused(await late, 'signed_out');
  expect((await desk.value('desk.state', null)).locked).toBe(false);
});

test('unlocking opens one session and ends the one before it', async () => {
  await signIn('r.ames');
  await desk.value('session.lock', null);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  await expect.poll(sessions).toEqual(['r.ames']);
});

test('somebody who signs out while the password is on its way stays signed out', async () => {
  await signIn('r.ames');
  await desk.value('session.lock', null);
  line.next('hold_reply', (method, path) => method === 'POST' && path === '/v1/sessions');
  const unlocking = desk.ask('session.unlock', { password: 'sandbox-only' });
  await expect.poll(() => line.happened('hold_reply')).toBe(1);
  await desk.value('session.signOut', null);
  expectRefused(await unlocking, 'signed_out');
  expect((await desk.value('desk.state', null)).user).toBeNull();
  await expect.poll(sessions).toEqual([]);
});

test('another user does not see the open call of the first, and may have one of their own', async () => {
  await verifiedCall(desk);
  const first = await desk.value('call.current', null);
  await desk.value('session.signOut', null);

  await signIn('c.okafor');
  expect(await desk.value('call.current', null)).toBeNull();
  for (const reply of [
    await desk.ask('balance.read', null),
    await desk.ask('call.keepNotes', { notes: 'not mine' }),
    await desk.ask('call.summary', null),
  ]) {
    expectRefused(reply, 'no_call');
  }
  const own = await desk.value('call.start', { language: 'es', interpreter: false, tty: false });
  expect(own.callId).not.toBe(first?.callId);
  await desk.value('session.signOut', null);

  await signIn('r.ames');
  expect(await desk.value('call.current', null)).toMatchObject({
    callId: first?.callId,
    notes: '',
  });
});
