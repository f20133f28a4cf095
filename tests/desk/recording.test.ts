import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxRecorder } from '#electron/call/recording.ts';
import { createCapture } from '#electron/capture/capture.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import { captureCard, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let folder: string;
const opened: TestDesk[] = [];
beforeAll(async () => {
  backend = await startTestBackend();
  folder = mkdtempSync(join(tmpdir(), 'remit-desk-'));
});
afterAll(async () => {
  for (const desk of opened) await desk.stop();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function openDesk(running = true): TestDesk {
  const desk = startTestDesk(backend.url, { folder, running });
  opened.push(desk);
  return desk;
}

const ending: CallInput<'call.wrapUp'> = { disposition: 'explained', notes: '', followUps: [] };
const bounds = { x: 0, y: 0, width: 380, height: 260 };
const keptRecord = async (callId: string) =>
  (await backend.pool.query('SELECT record FROM call_record WHERE call_id = $1', [callId])).rows[0]
    ?.record;
const told = async () =>
  (
    await backend.pool.query(
      "SELECT subject, about, guarantor_id FROM exception_case WHERE kind = 'recording'",
    )
  ).rows;

test('a recording that went on after the card was typed is nobody’s exception', async () => {
  const desk = openDesk();
  await verifiedCall(desk);
  await captureCard(desk);
  const { callId, recordingPauses } = await desk.value('call.wrapUp', ending);
  expect(recordingPauses).toEqual([
    { pausedAt: expect.any(String), resumedAt: expect.any(String) },
  ]);
  await expect.poll(() => keptRecord(callId)).toMatchObject({ recordingPauses });
  expect(await told()).toEqual([]);
  await desk.stop();
  opened.pop();
});

test('a desk that was killed while a card was typed resumed nothing, and a supervisor hears of it', async () => {
  const killed = openDesk(false);
  await verifiedCall(killed);
  await killed.value('capture.open', { bounds, scheme: 'light', method: 'card' });
  expect((await killed.value('call.current', null))?.recording).toBe('paused');

  const desk = openDesk();
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  const { callId, guarantorId, recordingPauses } = await desk.value('call.wrapUp', ending);
  expect(recordingPauses).toMatchObject([{ resumedAt: null }]);
  await expect
    .poll(told)
    .toEqual([{ subject: callId, about: 'never_resumed', guarantor_id: guarantorId }]);
});

test('what the recorder did not do is not noted as done', () => {
  const noted: string[] = [];
  const recorder = { ...sandboxRecorder(), resume: () => undefined };
  const calls = { note: (_callId: string, kind: string) => void noted.push(kind) };
  const capture = createCapture({ recorder, calls, news: { tell: () => undefined } } as never, {
    open() {},
    place() {},
    focus() {},
    close() {},
  });
  capture.open('call', { bounds, scheme: 'light', method: 'card' });
  capture.close();
  expect(noted).toEqual(['recording_paused']);
});
