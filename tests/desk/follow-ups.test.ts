import { afterEach, beforeEach, expect, test } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let colleague: TestDesk;

/** A debit on an account that is not there has come back. */
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  const ach = achOf(backend);
  await debit(backend, personas.marisol, 10_000, '70031842977703', '2026-11-24');
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(ach);
  backend.moveTo('2026-11-25T09:00-08:00');
  await collectAchAnswers(ach);
  await ach.end();
  desk = startTestDesk(backend.url);
  colleague = startTestDesk(backend.url);
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await colleague.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
});
afterEach(async () => {
  await desk.stop();
  await colleague.stop();
  await backend.stop();
});

const first = async () => (await desk.value('followUps.list', null)).followUps[0];

test('a representative takes one, a colleague is refused and sees who has it', async () => {
  const id = (await first())?.id ?? '';
  expect(await desk.value('followUps.take', { id })).toMatchObject({ takenBy: { isYou: true } });
  expect(await colleague.ask('followUps.take', { id })).toMatchObject({
    ok: false,
    reason: 'follow_up_taken',
    message: expect.stringContaining('the list says who'),
  });
  const { followUps } = await colleague.value('followUps.list', null);
  expect(followUps[0]?.takenBy).toMatchObject({ name: 'Rosa Ames', isYou: false });
  expect(await colleague.value('followUps.count', null)).toEqual({ open: 1, overdue: 0, yours: 0 });
});

test('a note with a card number does not leave the desk; one without ends it', async () => {
  const id = (await first())?.id ?? '';
  await desk.value('followUps.take', { id });
  const finish = (note: string) =>
    desk.ask('followUps.finish', { id, done: { outcome: 'message_left', note } });
  expect(await finish('4242 4242 4242 4242')).toMatchObject({ ok: false, reason: 'card_in_notes' });
  expect(await finish('Left word on the machine.')).toMatchObject({ ok: true });
  expect(await first()).toBeUndefined();
});

test('the worklist is not for supervisors, nor for a locked desk', async () => {
  await desk.value('session.lock', null);
  expect(await desk.ask('followUps.list', null)).toMatchObject({ ok: false, reason: 'locked' });
  await colleague.value('session.signOut', null);
  await colleague.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  expect(await colleague.ask('followUps.list', null)).toMatchObject({
    ok: false,
    reason: 'not_allowed',
  });
  expect(await colleague.value('payments.returnRates', null)).toMatchObject({
    companies: expect.arrayContaining([expect.objectContaining({ sent: 1 })]),
  });
});
