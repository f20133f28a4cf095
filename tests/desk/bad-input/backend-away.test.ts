import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import { captureCard, moneyMoved, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { questions } from '#tests/support/every-question.ts';
import type { Ask } from '#tests/support/question.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { openUpgradedLine, type UpgradedLine } from '#tests/support/upgraded-line.ts';
import { type FaultLine, isPayment, openFaultLine } from '#tools/faults/fault-line.ts';

/** The line holds a request until it is cut, and a reply for as long as a payment's would take. */
const HELD_MS = { request: 60_000, reply: 450 };
const HURRIED_MS = { ask: 120, payment: 250 };
const PATIENT_MS = 10_000;

let backend: TestBackend;
let line: FaultLine;
let upgraded: UpgradedLine;
let desk: TestDesk;
let timeouts = { askMs: PATIENT_MS, paymentMs: PATIENT_MS };

async function begin(heldMs: number): Promise<void> {
  backend = await startTestBackend();
  upgraded = await openUpgradedLine(backend.url);
  line = await openFaultLine(backend.url, { delayMs: () => heldMs });
  timeouts = { askMs: PATIENT_MS, paymentMs: PATIENT_MS };
  desk = startTestDesk(line.url, { running: false, timeouts });
}
async function end(): Promise<void> {
  await desk.stop();
  await line.settled();
  await line.close();
  await upgraded.close();
  await backend.stop();
}

/** Holds that the question is refused while the fault is there, and that not a row was written. */
async function refusedWithoutTrace(ask: Ask, reason: RefusalReason): Promise<void> {
  const before = { rows: whatIsWritten(desk), money: await moneyMoved(backend) };
  expectRefused(await ask(desk), reason);
  expect({ rows: whatIsWritten(desk), money: await moneyMoved(backend) }).toEqual(before);
}

// What comes before a question takes longer than asking it, so that every fault meets the same desk.
describe.each(questions)('%s', (_, { prepare, ask }) => {
  beforeAll(async () => {
    await begin(HELD_MS.request);
    await prepare(desk);
  });
  afterAll(end);

  test('is refused in one sentence by a backend of another version, and nothing is sent and nothing written', async () => {
    upgraded.upgrade();
    line.retarget(upgraded.url);
    expect(await desk.desk.standing.check()).toBe('other_protocol');
    expect((await desk.value('desk.state', null)).backend).toBe('other_protocol');
    await refusedWithoutTrace(ask, 'protocol_mismatch');
    expect(upgraded.asked()).toBe(0);

    line.retarget(backend.url);
    expect(await desk.desk.standing.check()).toBe('reachable');
  });

  test('takes nonsense, a broken server, a redirect and a slow answer for none, finds the backend down, and works once it is back', async () => {
    for (const fault of ['nonsense', 'status_500', 'redirect'] as const) {
      line.next(fault);
      await refusedWithoutTrace(ask, 'backend_nonsense');
      expect(line.happened(fault)).toBe(1);
    }
    timeouts.askMs = HURRIED_MS.ask;
    line.next('delay');
    await refusedWithoutTrace(ask, 'unreachable');
    expect(line.happened('delay')).toBe(1);
    timeouts.askMs = PATIENT_MS;
    line.cut();
    await refusedWithoutTrace(ask, 'unreachable');
    line.mend();
    expect(await ask(desk)).toMatchObject({ ok: true });
  });
});

describe('once a balance was read', () => {
  beforeEach(() => begin(HELD_MS.request));
  afterEach(end);

  test('it is shown with its age while the backend is down, and pays nothing', async () => {
    await verifiedCall(desk);
    const { balance } = await desk.value('balance.read', null);
    await captureCard(desk);
    line.cut();
    expect(await desk.value('balance.read', null)).toEqual({ source: 'kept', balance });
    await refusedWithoutTrace(({ ask }) => ask('payments.submit', partOfTheBill), 'unreachable');
  });
});

/** Asks the backend, which may itself not know yet, and gives what the desk then holds. */
async function stateAskedFor(key: Attempt['key']): Promise<string> {
  await desk.value('payments.askNow', null);
  return (await desk.value('payments.outcome', { key })).state;
}

describe('a payment', () => {
  beforeEach(async () => {
    await begin(HELD_MS.reply);
    await verifiedCall(desk);
    await captureCard(desk);
  });
  afterEach(end);

  test('whose answer is slower than the desk waits is unknown, then what the backend says', async () => {
    timeouts.paymentMs = HURRIED_MS.payment;
    line.next('hold_reply', isPayment);
    const { key, state } = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened('hold_reply')).toBe(1);
    expect(state).toBe('unknown');
    await expect.poll(() => stateAskedFor(key)).toBe('approved');
    expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 1 });
  });

  test('whose answer speaks of another payment is unknown, then what the backend says', async () => {
    line.next('other_payment', isPayment);
    const { key, state } = await desk.value('payments.submit', partOfTheBill);
    expect(line.happened('other_payment')).toBe(1);
    expect(state).toBe('unknown');
    await expect.poll(() => stateAskedFor(key)).toBe('approved');
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
