import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';
import { hurried, phaseOf } from './sync-desk.ts';

const { marisol } = personas;

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { pace: hurried });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

/** What the backend knows of those who were shown Marisol from a copy, in order. */
async function known(): Promise<string[]> {
  const { rows } = await backend.pool.query(
    `SELECT user_id || ' ' || action || ' ' || coalesce(guarantor_id, '-') AS what, call_id
     FROM access_event WHERE mrn = $1 AND action LIKE '%in_copy' ORDER BY at, event_id`,
    [marisol.mrn],
  );
  return rows.map(row => `${row.what}${row.call_id ? ' on a call' : ''}`);
}

const found = `r.ames found_in_copy ${marisol.guarantorId} on a call`;
const read = `r.ames balance_read_in_copy ${marisol.guarantorId} on a call`;

async function startCall(): Promise<void> {
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await expect.poll(() => phaseOf(desk)).toBe('current');
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
}

test('a look-up that the copy answered is known at the backend, once, though the answer was lost', async () => {
  await startCall();
  const { source } = await desk.value('patients.find', { by: 'mrn', mrn: marisol.mrn });
  expect(source).toBe('copy');
  line.next('drop_after', (_, path) => path === '/v1/accesses');
  desk.desk.handOver.now();
  await expect.poll(() => line.happened('drop_after')).toBe(1);
  await expect.poll(known).toEqual([found]);
  desk.desk.handOver.now();
  await desk.value('patients.find', { by: 'mrn', mrn: marisol.mrn });
  await expect.poll(known).toEqual([found, found]);
});

test('who was shown a bill while the backend was away is known when it is back', async () => {
  await verifiedCall(desk);
  await desk.value('balance.read', null);
  await expect.poll(() => phaseOf(desk)).toBe('current');
  line.cut();
  expect((await desk.value('balance.read', null)).source).toBe('kept');
  await desk.value('patients.choose', { mrn: marisol.mrn });
  expect(await known()).toEqual([]);
  line.mend();
  await expect.poll(known).toEqual([read, found]);
});

interface Handed {
  readonly number: number;
  readonly said: string;
}

/** What this desk wrote down by itself, in its journal and as the backend has it. */
function written(): Handed[] {
  return desk.desk.journal
    .prepare(
      `SELECT record_id AS number, action || ' ' || hash AS said FROM local_audit ORDER BY record_id`,
    )
    .all() as Handed[];
}
async function handed(): Promise<Handed[]> {
  const { rows } = await backend.pool.query(
    `SELECT number, action || ' ' || hash AS said FROM desk_audit_record ORDER BY number`,
  );
  return rows;
}
const wrong = async () =>
  (await backend.pool.query('SELECT kind FROM audit_exception')).rows.map(({ kind }) => kind);

test('everything that a desk wrote down while the backend was away is handed over, once, in one chain', async () => {
  await startCall();
  line.cut();
  await desk.ask('session.lock', null);
  await desk.ask('session.unlock', { password: 'sandbox-only' });
  const away = written();
  line.mend();
  line.next('drop_after', (_, path) => path === '/v1/desk-audit-records');
  desk.desk.handOver.now();
  await expect.poll(() => line.happened('drop_after')).toBe(1);
  desk.desk.handOver.now();
  await expect.poll(handed).toEqual(expect.arrayContaining(away));
  await expect.poll(async () => (await handed()).length === written().length).toBe(true);
  expect(new Set((await handed()).map(({ number }) => number)).size).toBe((await handed()).length);
  expect(await wrong()).toEqual([]);
});

test('a journal that was altered by hand is noted when it is handed over', async () => {
  await startCall();
  line.cut();
  await desk.ask('session.lock', null);
  const { journal } = desk.desk;
  journal.exec('DROP TRIGGER local_audit_never_changes');
  const { changes } = journal
    .prepare(`UPDATE local_audit SET user_id = 'c.okafor' WHERE action = 'locked'`)
    .run();
  expect(changes).toBe(1);
  line.mend();
  await expect.poll(wrong).toEqual(['desk_record_altered']);
});
