import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';
import type { Fault } from '#tools/faults/line-faults.ts';

const { marisol, earl } = personas;

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
/** What the line does to whatever the desk owes. */
let decide: (path: string) => Fault;

beforeEach(async () => {
  decide = () => 'pass';
  backend = await startTestBackend();
  line = await openFaultLine(backend.url, {
    decide: (method, path) => (method === 'PUT' ? decide(path) : 'pass'),
  });
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const unsentCount = async () => (await desk.value('desk.state', null)).unsent.count;
const note = (text: string) => desk.value('notes.add', { text });

async function texts(guarantorId: string): Promise<string[]> {
  const { rows } = await backend.pool.query(
    'SELECT text FROM account_note WHERE guarantor_id = $1 ORDER BY kept_at, note_id',
    [guarantorId],
  );
  return rows.map(row => row.text);
}

async function turnTo({ mrn, birthDate, phone }: typeof earl): Promise<void> {
  await desk.value('patients.choose', { mrn });
  await desk.value('verification.begin', { callerRole: 'patient' });
  await desk.value('verification.answer', { factor: 'birth_date', said: birthDate });
  await desk.value('verification.answer', { factor: 'phone', said: phone });
}

const said = Array.from({ length: 3 }, (_, index) => `Note ${index}`);

describe('what is owed on one account gets there in order', () => {
  test.each([
    'drop_before',
    'drop_after',
    'reset',
    'truncate',
    'duplicate',
    'status_500',
    'status_429',
  ] as const)('and once, through %s on every other request', async fault => {
    let count = 0;
    decide = () => {
      count += 1;
      return count % 2 === 1 ? fault : 'pass';
    };
    for (const text of said) await note(text);
    await expect.poll(unsentCount, { timeout: 50_000 }).toBe(0);
    await line.settled();
    expect(line.happened(fault)).toBeGreaterThan(1);
    expect(await texts(marisol.guarantorId)).toEqual(said);
  });
});

test('a backend that asks to slow down is left alone as long as it asks, for every account', async () => {
  const came: number[] = [];
  decide = () => {
    came.push(Date.now());
    return came.length === 1 ? 'status_429' : 'pass';
  };
  await note('first');
  await expect.poll(() => came.length).toBe(1);
  await turnTo(earl);
  await note('of another account');
  await expect.poll(unsentCount).toBe(0);
  expect(line.happened('status_429')).toBe(1);
  expect((came[1] ?? 0) - (came[0] ?? 0)).toBeGreaterThan(1_900);
});

test('one account whose requests never get through holds up no other', async () => {
  const stuck: string[] = [];
  decide = path => (stuck.some(id => path.endsWith(id)) ? 'drop_before' : 'pass');
  line.cut();
  for (const text of said) stuck.push((await note(text)).noteId);
  line.mend();
  await expect.poll(() => line.happened('drop_before')).toBeGreaterThan(0);

  await turnTo(earl);
  for (const text of said) await note(text);
  await expect.poll(() => texts(earl.guarantorId)).toEqual(said);
  expect(await texts(marisol.guarantorId)).toEqual([]);
  await expect.poll(unsentCount).toBe(said.length);

  stuck.length = 0;
  await expect.poll(unsentCount, { timeout: 40_000 }).toBe(0);
  expect(await texts(marisol.guarantorId)).toEqual(said);
});
