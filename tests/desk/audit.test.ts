import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { answerCall } from '#electron/calls/answer-call.ts';
import { IDLE_LOCK_MS } from '#electron/session/session.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const { marisol, dmitri } = personas;

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
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

/** Who did what about which record, in order. */
function trail(): string[] {
  return desk.desk.journal
    .prepare(
      `SELECT coalesce(user_id, '-') || ' ' || action || ' ' || subject_kind || ' ' || subject
       FROM local_audit ORDER BY record_id`,
    )
    .pluck()
    .all() as string[];
}

const signIn = (userId: string, password = 'sandbox-only') =>
  desk.ask('session.signIn', { userId, password });

test('signing in and out, locks and what failed of them are written down with who it was', async () => {
  await signIn('r.ames', 'guessed');
  await signIn('r.ames');
  await desk.value('session.lock', null);
  await desk.ask('session.unlock', { password: 'guessed' });
  await desk.value('session.unlock', { password: 'sandbox-only' });
  ahead = IDLE_LOCK_MS;
  desk.desk.session.lockIfIdle();
  await desk.value('session.signOut', null);
  expect(trail()).toEqual([
    '- sign_in_failed session r.ames',
    'r.ames signed_in session r.ames',
    'r.ames locked session r.ames',
    'r.ames unlock_failed session r.ames',
    'r.ames unlocked session r.ames',
    'r.ames locked session r.ames',
    'r.ames signed_out session r.ames',
  ]);
});

test('a session that the backend ended is written down as a lock', async () => {
  await verifiedCall(desk);
  await backend.pool.query('DELETE FROM session');
  await desk.ask('balance.read', null);
  expect(trail().at(-1)).toBe('r.ames locked session r.ames');
});

test('looking somebody up leaves a row for each record that was shown', async () => {
  await signIn('r.ames');
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
  const { patients } = await desk.value('patients.find', {
    by: 'guarantor_id',
    guarantorId: marisol.guarantorId,
  });
  expect(patients.length).toBeGreaterThan(1);
  await desk.ask('patients.find', { by: 'mrn', mrn: '00000000' as never });
  await desk.value('patients.choose', { mrn: marisol.mrn });
  expect(trail().slice(1)).toEqual([
    ...patients.map(({ mrn }) => `r.ames patient_found record ${mrn}`),
    'r.ames nobody_found desk mrn',
    `r.ames patient_chosen record ${marisol.mrn}`,
  ]);
});

test('a payment, its receipt and its void each leave a row about the attempt', async () => {
  await verifiedCall(desk);
  await captureCard(desk);
  const { key } = await desk.value('payments.submit', partOfTheBill);
  await desk.value('receipts.save', { key, language: 'en' });
  await desk.value('payments.void', { key, reason: 'wrong amount' });
  const other = '01909090-0000-7000-8000-000000000000' as typeof key;
  await desk.ask('payments.void', { key: other, reason: 'wrong amount' });
  expect(trail().slice(-5)).toEqual([
    `r.ames payment_confirmed payment_attempt ${key}`,
    `r.ames receipt_saved payment_attempt ${key}`,
    `r.ames payment_void_asked payment_attempt ${key}`,
    `r.ames payment_voided payment_attempt ${key}`,
    `r.ames payment_void_refused payment_attempt ${other}`,
  ]);
});

test('a supervisor who opens a locked record is written down with it', async () => {
  await signIn('s.lindqvist');
  await desk.value('patients.unlock', { mrn: dmitri.mrn, reason: 'called back, is himself' });
  expect(trail().at(-1)).toBe(`s.lindqvist record_unlocked record ${dmitri.mrn}`);
});

test('no row holds a name, a reason, an amount or a password', async () => {
  await signIn('s.lindqvist', 'hunter-two');
  await signIn('s.lindqvist');
  await desk.value('patients.unlock', { mrn: dmitri.mrn, reason: 'asked by his daughter' });
  await desk.value('patients.find', {
    by: 'name',
    name: marisol.familyName,
    birthDate: marisol.birthDate,
  });
  const rows = trail().join('\n');
  for (const data of ['hunter', 'daughter', marisol.familyName, marisol.birthDate, 'Volkov']) {
    expect(rows).not.toContain(data);
  }
});

test('who asks for what their role or page may not have is written down', async () => {
  await signIn('s.lindqvist');
  expect(
    await desk.ask('call.start', { language: 'en', interpreter: false, tty: false }),
  ).toMatchObject({ ok: false, reason: 'not_allowed' });
  expect(await answerCall(desk.door, 'capture', 'patients.unlock', {})).toMatchObject({
    ok: false,
    reason: 'wrong_page',
  });
  expect(trail().slice(1)).toEqual([
    's.lindqvist turned_away desk call.start not_allowed',
    's.lindqvist turned_away desk patients.unlock wrong_page',
  ]);
});
