import { afterAll, beforeAll, expect, it } from 'vitest';
import { CALL_SILENT_AFTER_MS } from '#shared/contract/floor.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let supervisor: TestDesk;
let representative: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  supervisor = startTestDesk(backend.url);
  representative = startTestDesk(backend.url);
  await supervisor.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  await representative.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
});
afterAll(async () => {
  await supervisor.stop();
  await backend.stop();
});

const callsNow = async () =>
  (await supervisor.value('floor.read', { region: null, days: '7', again: false })).calls.open;

it('a call that begins on one desk is on the floor of another, and goes when its desk is gone', async () => {
  expect(await callsNow()).toBe(0);
  await representative.value('call.start', { language: 'en', interpreter: false, tty: false });
  await expect.poll(callsNow).toBe(1);
  await representative.stop();
  backend.later(CALL_SILENT_AFTER_MS);
  expect(await callsNow()).toBe(0);
});

it('a look at the floor is noted once, however often the page reads it again', async () => {
  await supervisor.value('floor.read', { region: 'HI', days: '7', again: false });
  await supervisor.value('floor.read', { region: 'HI', days: '7', again: true });
  const rows = supervisor.desk.journal
    .prepare(
      `SELECT count(*) AS looks FROM local_audit WHERE action = 'floor_read' AND subject = 'HI'`,
    )
    .get();
  expect(rows).toEqual({ looks: 1 });
});
