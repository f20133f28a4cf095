import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

const { dmitri, marisol } = personas;

let backend: TestBackend;
let line: FaultLine;
const running: TestDesk[] = [];

function openDesk(folder?: string): TestDesk {
  const desk = startTestDesk(line.url, { running: false, ...(folder && { folder }) });
  running.push(desk);
  return desk;
}

async function signIn({ value }: TestDesk, userId = 'r.ames'): Promise<void> {
  await value('session.signIn', { userId, password: 'sandbox-only' });
}

async function callAbout({ value }: TestDesk, mrn: Mrn): Promise<void> {
  await value('call.start', { language: 'en', interpreter: false, tty: false });
  await value('patients.choose', { mrn });
}

async function failures(mrn: Mrn): Promise<number> {
  const sql = 'SELECT verification_failures n FROM patient WHERE mrn = $1';
  return (await backend.pool.query(sql, [mrn])).rows[0].n;
}

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
});
afterEach(async () => {
  for (const desk of running.splice(0)) await desk.stop();
  await line.close();
  await backend.stop();
});

test('a locked patient is found, shown as locked, and cannot be verified', async () => {
  const desk = openDesk();
  await signIn(desk);
  await callAbout(desk, dmitri.mrn);
  expect((await desk.value('call.current', null))?.patient?.lockedAt).not.toBeNull();
  const before = whatIsWritten(desk);
  for (const callerRole of ['patient', 'guarantor', 'guest_payer'] as const) {
    expectRefused(await desk.ask('verification.begin', { callerRole }), 'record_locked');
  }
  expectRefused(await desk.ask('balance.read', null), 'not_verified');
  expect(whatIsWritten(desk)).toEqual(before);
});

test('wrong answers count across a restart and another desk, and the third locks the record for all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const first = openDesk(folder);
  await signIn(first);
  await callAbout(first, marisol.mrn);
  await first.value('verification.begin', { callerRole: 'patient' });
  const wrong = { factor: 'birth_date', said: '1970-01-01' } as const;
  expect((await first.value('verification.answer', wrong)).verification).toMatchObject({
    state: 'open',
    failed: ['birth_date'],
    attemptsLeft: 2,
  });
  await first.stop();
  running.splice(0);

  const again = openDesk(folder);
  await signIn(again);
  expect((await again.value('call.current', null))?.verification?.attemptsLeft).toBe(2);
  const second = { factor: 'phone', said: '2125550100' } as const;
  expect((await again.value('verification.answer', second)).verification?.attemptsLeft).toBe(1);

  const other = openDesk();
  await signIn(other, 'c.okafor');
  await callAbout(other, marisol.mrn);
  await other.value('verification.begin', { callerRole: 'guarantor' });
  const third = { factor: 'postal_code', said: '10001' } as const;
  expect((await other.value('verification.answer', third)).verification).toMatchObject({
    state: 'locked',
    attemptsLeft: 0,
  });

  const right = { factor: 'postal_code', said: marisol.postalCode } as const;
  expectRefused(await again.ask('verification.answer', right), 'record_locked');
  expectRefused(await again.ask('verification.begin', { callerRole: 'patient' }), 'record_locked');
  expectRefused(await other.ask('balance.read', null), 'not_verified');

  const supervisor = openDesk();
  await signIn(supervisor, 's.lindqvist');
  await supervisor.value('patients.unlock', { mrn: marisol.mrn, reason: 'called back, known' });
  expect(
    (await again.value('verification.begin', { callerRole: 'patient' })).verification?.state,
  ).toBe('open');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('when the reply to an answer is lost', () => {
  const isAnswer = (_: string, path: string) => path.endsWith('/answers');
  let desk: TestDesk;

  beforeEach(async () => {
    desk = openDesk();
    await signIn(desk);
    await callAbout(desk, marisol.mrn);
    await desk.value('verification.begin', { callerRole: 'patient' });
  });

  for (const fault of ['drop_after', 'truncate'] as const) {
    test(`a wrong one is counted once, and the desk knows (${fault})`, async () => {
      line.next(fault, isAnswer);
      const wrong = { factor: 'phone', said: '2125550100' } as const;
      const call = await desk.value('verification.answer', wrong);
      expect(line.happened(fault)).toBe(1);
      expect(call.verification).toMatchObject({ failed: ['phone'], attemptsLeft: 2 });
      expect(call.events.filter(event => event.kind === 'factor_failed')).toHaveLength(1);
      expect(await failures(marisol.mrn)).toBe(1);
    });
  }

  test('and the line is gone, the answer is asked again later and found to be weighed', async () => {
    await desk.value('verification.answer', { factor: 'birth_date', said: marisol.birthDate });
    const last = { factor: 'phone', said: marisol.phone } as const;
    line.next('drop_after', (method, path) => {
      if (!isAnswer(method, path)) return false;
      queueMicrotask(line.cut);
      return true;
    });
    expectRefused(await desk.ask('verification.answer', last), 'unreachable');
    expect(line.happened('drop_after')).toBe(1);
    expect((await desk.value('call.current', null))?.verification?.state).toBe('open');
    const weighed = "SELECT count(*)::int n FROM verification WHERE state = 'verified'";
    await expect.poll(async () => (await backend.pool.query(weighed)).rows[0].n).toBe(1);
    line.mend();
    expect((await desk.value('verification.answer', last)).verification?.state).toBe('verified');
  });

  test('before it arrived, nothing is counted', async () => {
    line.next('drop_before', isAnswer);
    const before = whatIsWritten(desk);
    const wrong = { factor: 'phone', said: '2125550100' } as const;
    expectRefused(await desk.ask('verification.answer', wrong), 'unreachable');
    expect(line.happened('drop_before')).toBe(1);
    expect(whatIsWritten(desk)).toEqual(before);
    expect(await failures(marisol.mrn)).toBe(0);
  });
});
