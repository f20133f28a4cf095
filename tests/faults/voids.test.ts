import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let folder: string;
let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let key: AttemptKey;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  folder = mkdtempSync(join(tmpdir(), 'remit-voids-'));
  desk = startTestDesk(line.url, { folder });
  await verifiedCall(desk);
  await captureCard(desk);
  key = (await desk.value('payments.submit', partOfTheBill)).key;
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await desk.stop();
  await line.close();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const wantedBack = () => desk.ask('payments.void', { key, reason: 'wrong account' });
const stateOnDesk = () => desk.desk.attempts.mustRead(key).state;

test('a void that the backend finishes after the desk was told to wait is learned by the desk by itself', async () => {
  await backend.orderFault({ kind: 'time_out_after_acting', on: 'void' });
  expect(await wantedBack()).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
  expect(stateOnDesk()).toBe('approved');
  backend.later(4_000);
  await expect.poll(stateOnDesk).toBe('voided');
});

test('a void whose answer was lost is learned by the desk after it was started again', async () => {
  line.next('drop_after', (_method, path) => path.endsWith('/void'));
  const asked = wantedBack();
  // While the backend is still at it: the desk would ask what became of it as soon as the answer is lost.
  await expect.poll(() => line.happened('drop_after'), { interval: 1 }).toBe(1);
  line.cut();
  expect(await asked).toMatchObject({ ok: false });
  expect(stateOnDesk()).toBe('approved');
  await desk.stop();
  line.mend();
  desk = startTestDesk(line.url, { folder });
  await expect.poll(stateOnDesk).toBe('voided');
});
