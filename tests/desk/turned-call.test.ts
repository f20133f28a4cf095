import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { CallEvent } from '#shared/desk/open-call.ts';
import { goodCard, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

const { consuelo } = personas;

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { running: false });
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const turnTo = (mrn = consuelo.mrn) => desk.value('patients.choose', { mrn });

async function whileOnItsWay<Value>(path: string, asked: () => Promise<Value>): Promise<Value> {
  line.next('hold_reply', (_, asking) => asking.includes(path));
  const answer = asked();
  await expect.poll(() => line.happened('hold_reply')).toBe(1);
  await turnTo();
  return await answer;
}

describe('when the call is turned to another patient', () => {
  test('nobody is verified for them by an answer that was on its way', async () => {
    await desk.value('verification.begin', { callerRole: 'guarantor' });
    const begin = () => desk.ask('verification.begin', { callerRole: 'guest_payer' });
    const late = await whileOnItsWay('/v1/verifications', begin);
    expectRefused(late, 'verification_not_found');
    expect(await desk.value('call.current', null)).toMatchObject({
      patient: { mrn: consuelo.mrn },
      verification: null,
    });
  });

  test('a balance that was on its way is not shown for them', async () => {
    const late = await whileOnItsWay('/balance', () => desk.ask('balance.read', null));
    expectRefused(late, 'not_verified');
  });

  test('the summary speaks of no balance but the one of theirs that was read', async () => {
    await desk.value('balance.read', null);
    const read = /The balance was read/;
    expect((await desk.value('call.summary', null)).summary).toMatch(read);
    await turnTo();
    expect((await desk.value('call.summary', null)).summary).not.toMatch(read);
  });
});

describe('the recording goes on when the capture ends because', () => {
  const events = (): CallEvent[] => {
    const rows = desk.desk.journal.prepare('SELECT kind FROM call_event ORDER BY event_id').all();
    return rows as CallEvent[];
  };
  const recorded = () =>
    events()
      .map(event => event.kind)
      .filter(kind => kind.startsWith('recording'));

  beforeEach(async () => {
    const bounds = { x: 0, y: 0, width: 380, height: 260 };
    const call = await desk.value('capture.open', { bounds, scheme: 'light', method: 'card' });
    expect(call.recording).toBe('paused');
  });
  afterEach(() => expect(recorded()).toEqual(['recording_paused', 'recording_resumed']));

  test('the card was taken', async () => {
    await desk.value('capture.submit', goodCard);
    expect((await desk.value('call.current', null))?.recording).toBe('on');
  });

  test('it was cancelled', async () => {
    await desk.value('capture.cancel', null);
    await desk.value('capture.close', null);
  });

  test('the call was turned to another patient, and a card on its way is not kept', async () => {
    const late = await whileOnItsWay('/v1/vault', () => desk.ask('capture.submit', goodCard));
    expectRefused(late, 'locked');
    expect(await desk.value('call.current', null)).toMatchObject({ card: null, recording: 'on' });
  });

  test('the call was wrapped up', async () => {
    await desk.value('call.wrapUp', { disposition: 'disconnected', notes: '', followUps: [] });
  });

  test('the desk was locked', () => desk.value('session.lock', null));

  test('the user signed out', () => desk.value('session.signOut', null));
});
