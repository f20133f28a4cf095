import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import { personas } from '#backend/seed/personas.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { openDb, statement, take } from '#tests/backend/arrivals/statements.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';

const reason = 'Was in hospital that month.';
const { earl } = personas;

let whole: WholeDesk;
let db: Database;
let folder: string;
let supervisor: DrivenDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  db = openDb(whole.backend);
  folder = mkdtempSync(join(tmpdir(), 'remit-supervisor-'));
  supervisor = await driveDesk({ backendUrl: whole.backend.url, dataFolder: folder });
});
afterAll(async () => {
  await expectBooksToAgree(whole.backend.pool);
  await supervisor.close().catch(() => undefined);
  await db.destroy();
  await whole.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const look = (desk: DrivenDesk, name: string) => lookAt(desk, `ends-${name}`);

const dialog = () => whole.desk.page.getByRole('dialog');
const received = () =>
  whole.desk.page
    .getByRole('table', { name: 'Recent payments' })
    .getByRole('button', { name: /received/ })
    .first();

/** A wire that nobody could match, until a supervisor posted it to him. */
async function wireArrives(): Promise<void> {
  const { rows } = await whole.backend.pool.query(
    'SELECT guarantor_id AS id FROM patient WHERE mrn = $1',
    [earl.mrn],
  );
  const on = dateIn('America/Los_Angeles', instantOf(whole.backend.now()));
  const amount = '60.00';
  await take(db, whole.backend, statement({ amount, booked_on: on, remittance: 'thank you' }));
  const lead = await whole.backend.signIn('s.lindqvist');
  const unmatched = await openExceptions(lead, 'unmatched');
  const body = { number: rows[0].id, ledger: 'medical' as const, reason: 'the sender called' };
  await lead.value('assignArrival', {
    params: { arrivalId: unmatched.at(-1)?.detail.arrival?.arrivalId ?? '' },
    body,
  });
}

/** A payment of some days ago that never posted, and that somebody looks for. */
async function paymentIsLost(): Promise<void> {
  const { backend } = whole;
  const call = await verifiedCall(await backend.signIn('c.okafor'));
  const key = newKey();
  await call.pay(await call.order(4_200), key);
  await backend.pool.query(
    `UPDATE payment SET taken_at = taken_at - interval '20 days', posting_on = posting_on - 20 WHERE key = $1`,
    [key],
  );
  await call.desk.value('openTrace', {
    params: { key, traceId: randomUUID() },
    body: { note: 'Not on her statement.', verificationId: call.verificationId },
  });
}

test('a late fee is asked to be waived where it is looked at on the bill', async () => {
  const { page } = whole.desk;
  const { hands } = whole.steps;
  await wireArrives();
  await paymentIsLost();
  await whole.steps.signIn();
  await whole.steps.startCall();
  await whole.steps.sayNotice();
  await whole.steps.locate(earl.mrn);
  await hands.press('1');
  await page.getByRole('textbox', { name: 'Date of birth' }).and(page.locator(':focus')).waitFor();
  await hands.type('6/28/1957');
  await hands.press('Enter');
  await page.getByRole('textbox', { name: 'ZIP code' }).and(page.locator(':focus')).waitFor();
  await hands.type('93306');
  await hands.press('Enter');
  await page.getByText('Caller verified').waitFor();
  await page
    .getByRole('button', { name: /Late fee/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ask to waive this late fee' }).click();
  await page.getByRole('button', { name: 'Ask for the waiver' }).click();
  await page.getByText('Give a reason of at least three letters.').waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await look(whole.desk, '1-waiver');
  await page.getByRole('button', { name: 'Ask for the waiver' }).click();
  await page.getByText(/A supervisor decides; the fee stays/).waitFor();
  await look(whole.desk, '2-waiver-asked');
});

test('a refund of a wire is asked for, and said to come by check', async () => {
  await received().click();
  await dialog().getByRole('button', { name: 'Refund', exact: true }).click();
  await dialog().getByRole('textbox', { name: 'Amount to give back' }).fill('40');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('Sent it twice.');
  await look(whole.desk, '3-refund-of-wire');
  await dialog().getByRole('button', { name: 'Ask for the refund' }).click();
  await dialog()
    .getByText(/it is paid by check or wire/)
    .waitFor();
  await look(whole.desk, '4-refund-approved');
  await whole.desk.page.keyboard.press('Escape');
});

const listed = (name: RegExp) =>
  supervisor.page.getByRole('list', { name }).getByRole('button').first();

test('a supervisor records the check by which it went back', async () => {
  const { page } = supervisor;
  await stepsOn(supervisor).signIn('s.lindqvist');
  await page.keyboard.press('Shift+F2');
  await listed(/Approved refunds/).press('Enter');
  await page.getByRole('button', { name: 'Record as paid out' }).click();
  await page.getByText('Enter the number on the check.').waitFor();
  await look(supervisor, '5-pay-out');
  await page.getByRole('textbox', { name: 'Check number' }).fill('10442');
  await page.keyboard.press('Enter');
  await page.getByText('$40.00 is paid out by check 10442.').waitFor();
});

test('the supervisor closes a trace with what it found', async () => {
  const { page } = supervisor;
  await page.keyboard.press('F2');
  await page.getByRole('combobox', { name: 'Kind of exception' }).selectOption('unposted');
  await listed(/What needs a supervisor/).press('Enter');
  await page.getByLabel('What was found').selectOption('ask_bank');
  const trace = page.getByRole('form', { name: 'Close the trace' });
  await trace.getByRole('textbox', { name: 'Reason' }).fill('Not on the statement of its day.');
  await look(supervisor, '6-trace');
  await page.getByRole('button', { name: 'Close the trace' }).click();
  await page.getByText('Trace closed: not found').waitFor();
});

test('the supervisor waives the late fee, with a reason', async () => {
  const { page } = supervisor;
  await page.keyboard.press('Shift+F2');
  await listed(/Requests that wait/).press('Enter');
  await page.getByRole('textbox', { name: 'Reason' }).fill('The first one in years.');
  await look(supervisor, '7-waive');
  await page.getByRole('button', { name: /^Approve/ }).click();
  await page.getByText('Approved, and the late fee is off the bill.').waitFor();
  await look(supervisor, '8-decided');
});

test('the representative finds the check in the payment’s life, and the fee off the bill', async () => {
  const { page } = whole.desk;
  await received().click();
  await dialog()
    .getByText(/by check 10442 of/)
    .waitFor();
  await look(whole.desk, '9-given-back');
  await whole.desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  // Nothing of it is open any more: by itself it has gone to the lines that are paid.
  await page.getByText('Show 1 paid line').click();
  const fee = page.getByRole('button', { name: /Late fee/ }).first();
  if ((await fee.getAttribute('aria-expanded')) !== 'true') await fee.click();
  await page.getByText(/\$15\.00 waived: decided by Sanna Lindqvist/).waitFor();
  await look(whole.desk, '10-waived');
  const { rows } = await whole.backend.pool.query(
    "SELECT open_cents FROM fee_waiver JOIN charge USING (charge_id) WHERE state = 'waived'",
  );
  expect(rows).toEqual([{ open_cents: 0 }]);
});

test('a receipt is printed from a page of its own, and what keeps it from the paper is said in a sentence', async () => {
  const { app, page } = whole.desk;
  await page
    .getByRole('table', { name: 'Recent payments' })
    .getByRole('button', { name: /settled/ })
    .first()
    .click();
  await dialog().getByRole('button', { name: 'Receipt again' }).click();
  await dialog().getByText('Print', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Print the receipt' }).click();
  await dialog()
    .getByText(/This computer has no printer/)
    .waitFor();
  // A printer that the system names and that is not there: the way to the paper is walked to its end.
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const [desk] = BrowserWindow.getAllWindows();
    if (desk) desk.webContents.getPrintersAsync = async () => [{ name: 'Front desk' }] as never;
    electron.on('browser-window-created', (_event, window) => {
      const { webContents } = window;
      const print = webContents.print.bind(webContents);
      webContents.print = (options, done) => {
        Object.assign(globalThis, { printedFrom: webContents.getURL() });
        print({ ...options, silent: true, deviceName: 'Front desk' }, done);
      };
    });
  });
  await dialog().getByRole('button', { name: 'Print the receipt' }).click();
  await dialog()
    .getByText(/The printer did not take the receipt/)
    .waitFor();
  const printedFrom = await app.evaluate(() => Reflect.get(globalThis, 'printedFrom'));
  expect(printedFrom).toMatch(/^file:.*remit-print-.*\.pdf$/);
  await look(whole.desk, '11-not-printed');
});
