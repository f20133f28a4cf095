import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import {
  captureCard,
  moneyMoved,
  partOfTheBill,
  truthOf,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { questions } from '#tests/support/every-question.ts';
import type { Ask } from '#tests/support/question.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

const LINE_DELAY_MS = 450;
const HURRIED_MS = 250;
const PATIENT_MS = 10_000;

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let timeouts = { askMs: PATIENT_MS, paymentMs: PATIENT_MS };

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url, { delayMs: () => LINE_DELAY_MS });
  timeouts = { askMs: PATIENT_MS, paymentMs: PATIENT_MS };
  desk = startTestDesk(line.url, { running: false, timeouts });
});
afterEach(async () => {
  await desk.stop();
  await line.settled();
  await line.close();
  await backend.stop();
});

/** Holds that the question is refused while the fault is there, and that not a row was written. */
async function refusedWithoutTrace(ask: Ask, reason: RefusalReason): Promise<void> {
  const before = { rows: whatIsWritten(desk), money: await moneyMoved(backend) };
  expectRefused(await ask(desk), reason);
  expect({ rows: whatIsWritten(desk), money: await moneyMoved(backend) }).toEqual(before);
}

describe.each(questions)('%s', (_, { prepare, ask }) => {
  beforeEach(() => prepare(desk));

  test('takes nonsense, a broken server, a redirect and a slow answer for none, finds the backend down, and works once it is back', async () => {
    for (const fault of ['nonsense', 'status_500', 'redirect'] as const) {
      line.next(fault);
      await refusedWithoutTrace(ask, 'backend_nonsense');
      expect(line.happened(fault)).toBe(1);
    }
    timeouts.askMs = HURRIED_MS;
    line.next('delay');
    await refusedWithoutTrace(ask, 'unreachable');
    expect(line.happened('delay')).toBe(1);
    timeouts.askMs = PATIENT_MS;
    await line.settled();
    line.cut();
    await refusedWithoutTrace(ask, 'unreachable');
    line.mend();
    expect(await ask(desk)).toMatchObject({ ok: true });
  });
});

describe('once a balance was read', () => {
  test('it is shown with its age while the backend is down, and pays nothing', async () => {
    await verifiedCall(desk);
    const { balance } = await desk.value('balance.read', null);
    await captureCard(desk);
    line.cut();
    expect(await desk.value('balance.read', null)).toEqual({ source: 'kept', balance });
    await refusedWithoutTrace(({ ask }) => ask('payments.submit', partOfTheBill), 'unreachable');
  });
});

describe('a payment', () => {
  beforeEach(async () => {
    await verifiedCall(desk);
    await captureCard(desk);
  });

  test('whose answer is slower than the desk waits is unknown, then what the backend says', async () => {
    timeouts.paymentMs = HURRIED_MS;
    line.next('hold_reply', isPayment);
    const { key, state } = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened('hold_reply')).toBe(1);
    expect(state).toBe('unknown');
    await desk.value('payments.askNow', null);
    expect(await truthOf(desk, key)).toMatchObject({ state: 'approved' });
    expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 1 });
  });

  test('whose answer speaks of another payment is unknown, then what the backend says', async () => {
    line.next('other_payment', isPayment);
    const { key, state } = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened('other_payment')).toBe(1);
    expect(state).toBe('unknown');
    await desk.value('payments.askNow', null);
    expect(await truthOf(desk, key)).toMatchObject({ state: 'approved' });
  });

  test('whose void is answered into the void is voided all the same, and the desk knows', async () => {
    const { key } = await desk.value('payments.submit', partOfTheBill);
    line.next('drop_after', (_, path) => path.endsWith('/void'));
    const wrong = { key, reason: 'wrong amount' };
    expect(await desk.value('payments.void', wrong)).toMatchObject({ state: 'voided' });
    expect(line.happened('drop_after')).toBe(1);
    expect(await moneyMoved(backend)).toMatchObject({ processorCents: 0, ledgerCents: 0 });
  });
});
