import { afterEach, beforeEach, expect, test } from 'vitest';
import { moneyMoved } from '#tests/support/card-call.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { statesInJournal } from '#tests/support/journal-of.ts';
import { approvedCard } from '#tools/demo/steps.ts';
import { isPayment } from '#tools/faults/fault-line.ts';
import type { Fault } from '#tools/faults/line-faults.ts';

let whole: WholeDesk;

beforeEach(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
  await whole.steps.takeCard(approvedCard);
  await whole.steps.readPermission();
});
afterEach(() => whole.end());

const charged = {
  processorCharges: 1,
  processorCents: 31_240,
  ledgerCents: 31_240,
  approvedCents: 31_240,
};
const notCharged = { processorCharges: 0, processorCents: 0, ledgerCents: 0, approvedCents: 0 };

/** After a restart the representative signs in, and the call with its payment is there again. */
async function comeBackTo(expected: string): Promise<void> {
  await whole.restart();
  await whole.steps.signIn();
  await whole.steps.waitForResult(expected);
}

/** Confirms while the line does something, and kills the desk once the payment is on it. */
async function killWhileOnTheLine(fault: Fault): Promise<void> {
  whole.line.next(fault, isPayment);
  await whole.desk.page.keyboard.press('Control+Enter');
  await expect.poll(() => whole.line.happened(fault)).toBe(1);
  await whole.desk.kill();
  expect(statesInJournal(whole.folder)).toEqual(['sent']);
}

test('killed between commit and send: nothing was charged, and the desk says so when it is back', async () => {
  const gone = whole.desk.app.waitForEvent('close');
  await whole.desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    // The news of the commit goes to the page before anything goes to the network.
    window.webContents.send = (_channel: string, event: string) => {
      if (event === 'call') process.kill(process.pid, 'SIGKILL');
    };
  });
  await whole.desk.page.keyboard.press('Control+Enter').catch(() => undefined);
  await gone;
  expect(statesInJournal(whole.folder)).toEqual(['ready']);
  await comeBackTo('Not charged');
  expect(await moneyMoved(whole.backend)).toEqual(notCharged);
});

test('killed between send and reply: charged once, and the desk says so when it is back', async () => {
  await killWhileOnTheLine('hold_reply');
  await comeBackTo('Approved');
  expect(await moneyMoved(whole.backend)).toEqual(charged);
});

test('killed while the payment is still on the wire: one charge or none, and the desk tells which', async () => {
  await killWhileOnTheLine('delay');
  await whole.restart();
  await whole.steps.signIn();
  await whole.steps.waitForResult(/Approved|Not charged/);
  const result = await whole.steps.result();
  await whole.line.settled();
  const truth = result === 'Approved' ? charged : notCharged;
  expect(await moneyMoved(whole.backend)).toEqual(truth);
});

test('the page crashes during the payment: it comes back to the call and to the truth', async () => {
  whole.line.next('hold_reply', isPayment);
  await whole.desk.page.keyboard.press('Control+Enter');
  await expect.poll(() => whole.line.happened('hold_reply')).toBe(1);
  const crashed = whole.desk.page.waitForEvent('crash');
  await whole.desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  const words = () =>
    whole.desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(words).toContain('Approved');
  expect(await words()).toContain('Marisol');
  expect(await moneyMoved(whole.backend)).toEqual(charged);
});
