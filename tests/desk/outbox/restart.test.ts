import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { keeping, keepOneOfEach } from '#tests/support/kept-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let folder: string;
let desk: TestDesk;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { folder });
  await verifiedCall(desk);
  await desk.value('balance.read', null);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function rowsAtBackend(): Promise<number> {
  const tables = ['account_note', 'promise_to_pay', 'referral', 'expected_wire'];
  const count = tables.map(table => `(SELECT count(*) FROM ${table})`).join(' + ');
  return Number((await backend.pool.query(`SELECT ${count} AS n`)).rows[0].n);
}

const unsentCount = async () => (await desk.value('desk.state', null)).unsent.count;

test('a desk that ends between keeping and sending sends at its next start, before anybody signs in', async () => {
  line.cut();
  await keepOneOfEach(desk);
  await desk.stop();
  line.mend();
  expect(await rowsAtBackend()).toBe(0);
  desk = startTestDesk(line.url, { folder });
  await expect.poll(unsentCount).toBe(0);
  expect(await rowsAtBackend()).toBe(4);
});

test('one that ends before it heard that something was kept sends it again, and it is kept once', async () => {
  line.next('drop_after', method => method === 'PUT');
  await desk.value('notes.add', keeping.note());
  await expect.poll(() => line.happened('drop_after')).toBe(1);
  line.cut();
  await desk.stop();
  expect(await rowsAtBackend()).toBe(1);
  line.mend();
  desk = startTestDesk(line.url, { folder });
  await expect.poll(unsentCount).toBe(0);
  expect(await rowsAtBackend()).toBe(1);
});

test('on a full disk nothing is half kept, and one sentence says so', async () => {
  const { journal } = desk.desk;
  line.cut();
  journal.pragma(`max_page_count = ${journal.pragma('page_count', { simple: true })}`);
  const text = 'x'.repeat(2_000);
  let before = whatIsWritten(desk);
  let reply = await desk.ask('notes.add', { text });
  while (reply.ok) {
    before = whatIsWritten(desk);
    reply = await desk.ask('notes.add', { text });
  }
  expectRefused(reply, 'disk_full');
  expect(whatIsWritten(desk)).toEqual(before);

  journal.pragma('max_page_count = 1000000');
  await desk.value('notes.add', { text });
  const owed = await unsentCount();
  line.mend();
  await expect.poll(unsentCount).toBe(0);
  expect(await rowsAtBackend()).toBe(owed);
});
