import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { openUpgradedLine, type UpgradedLine } from '#tests/support/upgraded-line.ts';

let backend: TestBackend;
let line: UpgradedLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openUpgradedLine(backend.url);
  desk = startTestDesk(line.url, { running: false });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

test('a desk that meets another version first never sends a password there', async () => {
  line.upgrade();
  const entry = { userId: 'r.ames', password: 'sandbox-only' };
  expectRefused(await desk.ask('session.signIn', entry), 'protocol_mismatch');
  expect(line.asked()).toBe(0);
  expectRefused(await desk.ask('call.current', null), 'signed_out');
});

test('a backend exchanged between two greetings refuses by itself, and is asked nothing more', async () => {
  await verifiedCall(desk);
  line.upgradeSilently();
  const before = whatIsWritten(desk);
  expectRefused(await desk.ask('balance.read', null), 'protocol_mismatch');
  expect(line.asked()).toBe(1);
  line.upgrade();
  expectRefused(await desk.ask('balance.read', null), 'protocol_mismatch');
  expect(line.asked()).toBe(1);
  expect(whatIsWritten(desk)).toEqual(before);
});

test('notes and the record of the call are kept, and sent once the versions agree', async () => {
  await verifiedCall(desk);
  line.upgrade();
  await desk.desk.standing.check();
  const notes = 'Asked about the knee.';
  await desk.value('call.keepNotes', { notes });
  const ending = { disposition: 'explained' as const, notes, followUps: [] };
  const record = await desk.value('call.wrapUp', ending);
  const unsent = async () => (await desk.value('desk.state', null)).unsent.count;
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(await unsent()).toBe(1);
  expect(line.asked()).toBe(0);

  line.takeBack();
  await desk.desk.standing.check();
  desk.desk.outbox.catchUp();
  await expect.poll(unsent).toBe(0);
  const { rows } = await backend.pool.query('SELECT call_id FROM call_record');
  expect(rows).toEqual([{ call_id: record.callId }]);
});
