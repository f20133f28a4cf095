import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { putOutbox } from '#db/journal/outbox.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const { guarantorId } = personas.marisol;

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

const list = async () => (await desk.value('outbox.list', null)).items;
const aside = async () => (await list()).map(each => each.lastError);

/** A note by this hand, changed so that the backend will not take it. */
async function oweNote(change: object, userId = 'r.ames'): Promise<void> {
  const { callId = '' } = (await desk.value('call.current', null)) ?? {};
  const [noteId, at] = [uuidv7(), instantOf(Date.now())];
  const from = { noteId, callId, guarantorId, userId, writtenAt: at, text: 'Poison.' };
  const body = { ...from, ...change };
  const entry = { kind: 'account_note', subject: noteId, lane: guarantorId } as const;
  putOutbox(desk.desk.journal, { ...entry, userId, callId, body, at });
}

async function texts(): Promise<string[]> {
  const { rows } = await backend.pool.query('SELECT text FROM account_note ORDER BY kept_at');
  return rows.map(row => row.text);
}

describe('what the backend will never take', () => {
  test.each([
    ['not_allowed', { userId: 'c.okafor' }],
    ['not_found', { guarantorId: '999999999' }],
    ['not_verified', { callId: uuidv7() }],
    ['unreadable', { text: 7 }],
  ])(
    'is set aside as %s, and what comes after it on its account gets there',
    async (why, change) => {
      await oweNote(change);
      await desk.value('notes.add', { text: 'After it.' });
      await expect.poll(texts).toEqual(['After it.']);
      await expect.poll(aside).toEqual([why]);
      const [item] = await list();
      expect(item).toMatchObject({ kind: 'account_note', tries: 1, mayRetry: true });
      expect(item?.setAsideAt).not.toBeNull();
      expect((await desk.value('desk.state', null)).unsent).toMatchObject({ count: 1 });
    },
  );

  test('is tried again when its owner or a supervisor asks, and by nobody else', async () => {
    await oweNote({ userId: 'c.okafor' }, 'c.okafor');
    await desk.value('notes.add', { text: 'After it.' });
    await expect.poll(aside).toEqual(['not_allowed']);
    const [item] = await list();
    const asked = { entryId: item?.entryId ?? 0 };
    expect(item?.mayRetry).toBe(false);
    expect(await desk.ask('outbox.retry', asked)).toMatchObject({ reason: 'not_allowed' });
    await desk.value('session.signOut', null);

    // The counselor signs in on this desk, so it may now speak for them; their call is not theirs though.
    await desk.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
    await desk.value('outbox.retry', asked);
    await expect.poll(aside).toEqual(['not_verified']);
    await desk.value('session.signOut', null);

    await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
    expect((await list())[0]).toMatchObject({ mayRetry: true, tries: 2 });
    await desk.value('outbox.retry', asked);
    await expect.poll(async () => (await list())[0]?.tries).toBe(3);
  });

  test('is gone from the list once it was sent, and asking again says so', async () => {
    const nothing = await desk.ask('outbox.retry', { entryId: 4711 });
    expect(nothing).toMatchObject({ reason: 'already_sent' });
  });
});
