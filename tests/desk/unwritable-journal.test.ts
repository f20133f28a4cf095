import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { captureCard, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { running: false });
  await verifiedCall(desk);
  await captureCard(desk);
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

/** As a disk does that has gone read-only under the desk. */
const writable = (may: boolean) => desk.desk.journal.pragma(`query_only = ${may ? 'OFF' : 'ON'}`);

test('a patient whose look-up cannot be audited is not shown', async () => {
  writable(false);
  const find = { by: 'mrn', mrn: personas.consuelo.mrn } as const;
  expectRefused(await desk.ask('patients.find', find), 'journal_failed');
  writable(true);
});

test('a lock is a lock even when the journal cannot be told of it', async () => {
  writable(false);
  await desk.value('session.lock', null);
  expectRefused(await desk.ask('call.current', null), 'locked');
  expect((await desk.value('desk.state', null)).locked).toBe(true);
  writable(true);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect((await desk.value('call.current', null))?.card).toBeNull();
});

test('a call that cannot be ended stays open with its notes, and ends once it can', async () => {
  await desk.value('call.keepNotes', { notes: 'Asks about the knee.' });
  const ending = { disposition: 'explained' as const, notes: 'All said.', followUps: [] };
  writable(false);
  expectRefused(await desk.ask('call.wrapUp', ending), 'journal_failed');
  expect(await desk.value('call.current', null)).toMatchObject({ notes: 'Asks about the knee.' });
  writable(true);
  expect(await desk.value('call.wrapUp', ending)).toMatchObject({ notes: 'All said.' });
  expect(await desk.value('call.current', null)).toBeNull();
});
