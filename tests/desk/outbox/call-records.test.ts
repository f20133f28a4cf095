import { afterEach, beforeEach, expect, test } from 'vitest';
import { putOutbox } from '#db/journal/outbox.ts';
import { CallRecord } from '#shared/billing/call-record.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let back: number;

beforeEach(async () => {
  back = 0;
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { clock: { nowMs: () => Date.now() - back } });
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

async function shortCall(notes = ''): Promise<CallRecord> {
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
  return await desk.value('call.wrapUp', { disposition: 'wrong_number', notes, followUps: [] });
}

const unsent = async () => (await desk.value('desk.state', null)).unsent;
const unsentCount = async () => (await unsent()).count;

async function keptAtBackend(): Promise<string[]> {
  const { rows } = await backend.pool.query('SELECT call_id FROM call_record ORDER BY kept_at');
  return rows.map(row => row.call_id);
}

function asideAs(): unknown[] {
  const sql = 'SELECT last_error FROM outbox WHERE set_aside_at IS NOT NULL ORDER BY entry_id';
  return desk.desk.journal.prepare(sql).pluck().all();
}

function owe(subject: string, body: unknown): void {
  const at = new Date().toISOString() as Instant;
  const call = { lane: `call ${subject}`, callId: subject, userId: 'r.ames' };
  putOutbox(desk.desk.journal, { kind: 'call_record', subject, ...call, body, at });
}

test('the record of a call waits with its age while the line is cut, and goes once it is mended', async () => {
  await expect.poll(async () => (await desk.value('desk.state', null)).backend).toBe('reachable');
  line.cut();
  const record = await shortCall('The line went dead.');
  expect(await unsent()).toEqual({ count: 1, oldestAt: record.endedAt });
  await expect.poll(async () => (await desk.value('desk.state', null)).backend).toBe('unreachable');
  expect(await unsent()).toEqual({ count: 1, oldestAt: record.endedAt });

  line.mend();
  await expect.poll(unsentCount).toBe(0);
  expect(await unsent()).toEqual({ count: 0, oldestAt: null });
  const { rows } = await backend.pool.query('SELECT record FROM call_record');
  expect(rows.map(row => CallRecord.parse(row.record))).toEqual([record]);
});

test('a record whose acknowledgement is lost is sent again and kept once', async () => {
  line.next('drop_after', (_, path) => path.includes('/calls/') || path.includes('call'));
  const record = await shortCall();
  await expect.poll(() => line.happened('drop_after')).toBe(1);
  await expect.poll(unsentCount).toBe(0);
  expect(await keptAtBackend()).toEqual([record.callId]);
});

test('a record that will never be taken is set aside with its reason, counted, and blocks nobody', async () => {
  line.cut();
  const first = await shortCall();
  const poison = { ...first, callId: crypto.randomUUID(), endedAt: '2020-01-01T00:00:00.000Z' };
  owe(poison.callId, poison);
  owe('of another age', { shape: 'that nobody reads any more' });
  const last = await shortCall();
  expect(await unsentCount()).toBe(4);

  line.mend();
  await expect.poll(keptAtBackend).toEqual([first.callId, last.callId]);
  await expect.poll(asideAs).toEqual(['bad_request', 'unreadable']);
  await expect.poll(unsentCount).toBe(2);

  const next = await shortCall();
  await expect.poll(keptAtBackend).toContain(next.callId);
  await expect.poll(unsentCount).toBe(2);
});

test('a clock that is set back during a call makes no record that nobody takes', async () => {
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
  back = 3_600_000;
  const ending = { disposition: 'disconnected' as const, notes: '', followUps: [] };
  const record = await desk.value('call.wrapUp', ending);
  expect(record.endedAt).toBe(record.startedAt);
  back = 0;
  await expect.poll(unsentCount).toBe(0);
  expect(asideAs()).toEqual([]);
});
