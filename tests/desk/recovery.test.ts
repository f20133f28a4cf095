import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { attemptHistory } from '#db/journal/payment-attempts.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { captureCard, moneyMoved, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let folder: string;
const opened: TestDesk[] = [];

/** A desk on the same two files. What stood open before is left as it is, as after a kill. */
function openDesk(running = true): TestDesk {
  const desk = startTestDesk(line.url, { folder, running });
  opened.push(desk);
  return desk;
}

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  folder = mkdtempSync(join(tmpdir(), 'remit-desk-'));
});
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.stop();
  await line.close();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Writes an attempt as it stands between the confirm key and the network. */
async function commitOnly({ desk, value }: TestDesk): Promise<AttemptKey> {
  const key = uuidv7() as AttemptKey;
  const call = await value('call.current', null);
  desk.attempts.commit({
    key,
    callId: call?.callId ?? '',
    userId: 'r.ames',
    guarantorId: personas.marisol.guarantorId,
    authorisation: null,
    storedMethodId: null,
    method: { kind: 'card', brand: 'visa', last4: '4242' },
    amountCents: partOfTheBill.amountCents,
    allocation: 'oldest_first',
    orderFingerprint: 'as ordered',
    committedAt: new Date().toISOString() as never,
  });
  return key;
}

const stateOf = ({ desk }: TestDesk, key: AttemptKey) => desk.attempts.read(key)?.state;
const heardOf = async (key: AttemptKey) =>
  (await backend.pool.query('SELECT key FROM payment_request WHERE key = $1', [key])).rows.length;

test('the whole open call is back after the desk was killed and somebody has signed in', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  await killed.value('call.setOptions', { language: 'es', interpreter: true, tty: false });
  await killed.value('call.said', { script: 'recording_notice' });
  await killed.value('call.keepNotes', { notes: 'Asks about the knee.' });
  await captureCard(killed);
  await killed.value('payments.submit', partOfTheBill);
  await captureCard(killed);
  const before = await killed.value('call.current', null);
  expect(before?.card).not.toBeNull();

  const desk = openDesk();
  expect(await desk.ask('call.current', null)).toMatchObject({ reason: 'signed_out' });
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  const after = await desk.value('call.current', null);
  expect(after).toEqual({
    ...before,
    card: null,
    events: [...(before?.events ?? []), expect.objectContaining({ kind: 'restored' })],
  });
  expect(after).toMatchObject({
    patient: { mrn: personas.marisol.mrn },
    verification: { state: 'verified' },
    said: ['recording_notice'],
    notes: 'Asks about the knee.',
    attempts: [{ state: 'approved' }],
  });
  expect(await desk.value('balance.read', null)).toMatchObject({ source: 'backend' });
});

test('an attempt nobody has heard of becomes not charged without asking anybody', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  const key = await commitOnly(killed);
  expect(stateOf(killed, key)).toBe('ready');

  line.cut();
  const desk = openDesk();
  await expect.poll(() => stateOf(desk, key)).toBe('not_charged');
  expect((await desk.value('desk.state', null)).user).toBeNull();
  expect(attemptHistory(desk.desk.journal, key).map(step => step.state)).toEqual([
    'ready',
    'not_charged',
  ]);
  line.mend();
  expect(await heardOf(key)).toBe(0);
});

test('an attempt cut off between send and reply is brought to the truth with nobody signed in', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  await captureCard(killed);
  line.next('drop_after', isPayment);
  const { key, state } = await killed.value('payments.submit', partOfTheBill);
  expect(line.happened('drop_after')).toBe(1);
  expect(state).toBe('unknown');

  line.cut();
  const desk = openDesk();
  await expect.poll(async () => (await desk.value('desk.state', null)).backend).toBe('unreachable');
  expect(await desk.value('desk.state', null)).toMatchObject({ user: null, openAttempts: 1 });

  line.mend();
  await expect.poll(() => stateOf(desk, key)).toBe('approved');
  expect(await desk.value('desk.state', null)).toMatchObject({ user: null, openAttempts: 0 });
  expect(await moneyMoved(backend)).toMatchObject({
    processorCharges: 1,
    processorCents: 10_000,
    ledgerCents: 10_000,
  });
});

test('an attempt marked as sent that never left is closed at the backend, then not charged', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  const key = await commitOnly(killed);
  killed.desk.attempts.markSent(key);

  const desk = openDesk();
  await expect.poll(() => stateOf(desk, key)).toBe('not_charged');
  expect(attemptHistory(desk.desk.journal, key).map(step => step.state)).toEqual([
    'ready',
    'sent',
    'unknown',
    'not_charged',
  ]);
  const { rows } = await backend.pool.query(
    'SELECT abandoned_at IS NOT NULL AS closed FROM payment_request WHERE key = $1',
    [key],
  );
  expect(rows).toEqual([{ closed: true }]);
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 0 });
});

test('a call that was left open waits for its own user, whoever signs in first', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  const desk = openDesk();
  await desk.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
  expect(await desk.value('call.current', null)).toBeNull();
  await desk.value('session.signOut', null);
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  expect((await desk.value('call.current', null))?.patient?.mrn).toBe(personas.marisol.mrn);
});
