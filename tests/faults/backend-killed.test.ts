import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BackendChild, startChild } from '#tests/support/backend-child.ts';
import {
  captureCard,
  moneyMoved,
  partOfTheBill,
  truthOf,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let child: BackendChild;
let line: FaultLine;
let desk: TestDesk;

/** The desk speaks to a backend in a process of its own; another one stands by on the same database. */
beforeEach(async () => {
  backend = await startTestBackend();
  child = await startChild(backend);
  line = await openFaultLine(child.url);
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
  await captureCard(desk);
});

afterEach(async () => {
  await desk.stop();
  await line.close();
  await child.kill();
  await backend.stop();
});

for (const kind of ['slow', 'slow_after_acting'] as const) {
  test(`the backend is killed while the processor is ${kind}: the next backend tells the desk the truth`, async () => {
    await backend.orderFault({ kind, on: 'charge', delayMs: 1_000 });
    const paying = desk.value('payments.submit', partOfTheBill);
    const ordered = async () => (await backend.faults())[0]?.happened;
    await expect.poll(ordered).toBe(1);
    await child.kill();
    const attempt = await paying;
    expect(attempt.state).toBe('unknown');

    line.retarget(backend.url);
    backend.later(60_000);
    const truth = await truthOf(desk, attempt.key);
    expect(['approved', 'not_charged']).toContain(truth.state);
    const charged = truth.state === 'approved' ? 10_000 : 0;
    expect(await moneyMoved(backend)).toEqual({
      processorCharges: charged ? 1 : 0,
      processorCents: charged,
      ledgerCents: charged,
      approvedCents: charged,
    });
    await expectBooksToAgree(backend.pool);
  });
}
