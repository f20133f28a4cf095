import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodCard, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const refused = { ok: false, reason: 'card_in_notes', field: 'notes' };

test('a card number typed into the notes is kept nowhere, and the sentence says to take it out', async () => {
  await desk.value('call.keepNotes', { notes: 'asked about the MRI' });
  expect(await desk.ask('call.keepNotes', { notes: `card ${goodCard.number}` })).toMatchObject(
    refused,
  );
  expect((await desk.value('call.current', null))?.notes).toBe('asked about the MRI');
});

test('nor does it reach the record of the call, in its notes or in a follow-up', async () => {
  const ending = { disposition: 'explained', notes: '', followUps: [] } as const;
  const asked = { ...ending, followUps: [{ kind: 'other' as const, note: goodCard.number }] };
  expect(
    await desk.ask('call.wrapUp', { ...ending, notes: goodCard.number, followUps: [] }),
  ).toMatchObject(refused);
  expect(await desk.ask('call.wrapUp', asked)).toMatchObject(refused);
  expect(await desk.value('call.current', null)).not.toBeNull();
});
