import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalFailed } from '#db/failures.ts';
import { addAudit } from '#db/journal/audit.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import {
  captureCard,
  moneyMoved,
  partOfTheBill,
  truthOf,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url, { delayMs: () => 1_500 });
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
  await captureCard(desk);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

/** Leaves the journal no room for another row of its log or its audit; gives what makes room again. */
async function fillDisk(): Promise<() => void> {
  const { journal, calls } = desk.desk;
  const { callId } = (await desk.value('call.current', null)) ?? { callId: '' };
  const record = { userId: 'r.ames', action: 'payment_confirmed', subject: callId } as const;
  const until = (write: () => void) =>
    expect(() => {
      for (;;) write();
    }).toThrow(JournalFailed);
  journal.pragma(`max_page_count = ${journal.pragma('page_count', { simple: true })}`);
  until(() => calls.note(callId, 'said', ''));
  until(() =>
    addAudit(journal, { ...record, at: instantOf(Date.now()), subjectKind: 'payment_attempt' }),
  );
  return () => journal.pragma('max_page_count = 1000000');
}

test('on a full disk no payment is sent, and the sentence says that nothing can be kept', async () => {
  const makeRoom = await fillDisk();
  const reply = await desk.ask('payments.submit', partOfTheBill);
  expect(reply).toMatchObject({ ok: false, reason: 'disk_full' });
  makeRoom();
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 0 });
});

test('a disk that fills up while the payment is on its way hides no charge', async () => {
  line.next('hold_reply', isPayment);
  const paying = desk.value('payments.submit', partOfTheBill);
  await expect.poll(() => line.happened('hold_reply')).toBe(1);
  const makeRoom = await fillDisk();
  const attempt = await paying;
  expect(attempt.state).toBe('sent');
  makeRoom();
  expect(await truthOf(desk, attempt.key)).toMatchObject({ state: 'approved' });
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 1, ledgerCents: 10_000 });
});
