import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { settle } from '#tests/support/settled-payment.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { approvedCard, stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';

const reason = 'The visit was never hers.';

let whole: WholeDesk;
let folder: string;
let supervisor: DrivenDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  folder = mkdtempSync(join(tmpdir(), 'remit-supervisor-'));
  supervisor = await driveDesk({ backendUrl: whole.backend.url, dataFolder: folder });
});
afterAll(async () => {
  await expectBooksToAgree(whole.backend.pool);
  await supervisor.close().catch(() => undefined);
  await whole.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const dialog = () => whole.desk.page.getByRole('dialog');
const act = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
const lastPayment = () =>
  whole.desk.page.getByRole('table', { name: 'Recent payments' }).getByRole('button').first();

const waiting = (of: RegExp) =>
  supervisor.page
    .getByRole('list', { name: /Requests that wait/ })
    .getByRole('button', { name: of });

test('the payment just taken opens by keyboard, with its states and why it is not refunded yet', async () => {
  await verifiedOn(whole);
  await whole.steps.takeCard(approvedCard);
  await whole.steps.confirm();
  expect(await whole.steps.result()).toMatch(/Approved/);
  await whole.desk.page.getByRole('button', { name: /Visa ending 4242, approved/ }).waitFor();
  await lastPayment().focus();
  await whole.desk.page.keyboard.press('Enter');
  await dialog().getByText('Approved', { exact: true }).waitFor();
  await act('Refund');
  await dialog()
    .getByText(/can still be voided/)
    .waitFor();
  await act('Trace');
  await dialog()
    .getByText(/A trace may be opened from/)
    .waitFor();
  await lookAt(whole.desk, 'after-1-approved');
  await whole.desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('past its cut-off a supervisor is asked to take it back, and what they say is seen at once', async () => {
  const { rows } = await whole.backend.pool.query("SELECT key FROM payment WHERE source = 'desk'");
  await settle(whole.backend, rows[0].key, ['posted']);
  await lastPayment().click();
  await dialog().getByText('Posted to the account').waitFor();
  await act('Void');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill(reason);
  await act('Ask a supervisor to take it back');
  await dialog()
    .getByText(/I have asked a supervisor to take your payment/)
    .waitFor();
  await lookAt(whole.desk, 'after-late-1-asked');
  const { page } = supervisor;
  await stepsOn(supervisor).signIn('s.lindqvist');
  await page.keyboard.press('Shift+F2');
  await waiting(/Late void/).press('Enter');
  await page.getByText(/asked to void the payment now/).waitFor();
  await lookAt(supervisor, 'after-late-2-decide');
  await page.getByRole('textbox', { name: 'Reason' }).fill('It was the right bill.');
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.getByText('Declined; nothing was changed.').waitFor();
  await dialog().getByText('Late void declined').waitFor();
  await dialog()
    .getByText(/It was the right bill/)
    .waitFor();
  await lookAt(whole.desk, 'after-late-3-declined');
  await whole.desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('once settled, a large refund waits for a supervisor, and the caller is told so', async () => {
  const { rows } = await whole.backend.pool.query("SELECT key FROM payment WHERE source = 'desk'");
  await settle(whole.backend, rows[0].key, ['settled']);
  await lastPayment().click();
  await dialog().getByText('Settled').waitFor();
  await act('Refund');
  const amount = dialog().getByRole('textbox', { name: 'Amount to give back' });
  await amount.fill('400');
  await act('Ask for the refund');
  await dialog()
    .getByText(/Only \$312.40 is left/)
    .waitFor();
  await amount.fill('312.40');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill(reason);
  await lookAt(whole.desk, 'after-2-refund');
  await act('Ask for the refund');
  await dialog().getByText('A supervisor decides; nothing is paid before.').waitFor();
  await dialog()
    .getByText(/waits for a supervisor/)
    .waitFor();
  await lookAt(whole.desk, 'after-3-waiting');
});

test('the supervisor sees it, and approves it with a reason and a key of its own', async () => {
  const { page } = supervisor;
  await waiting(/Refund/).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/\$312.40 goes back to the card now/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Give a reason/).waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Looked at the visit.');
  await lookAt(supervisor, 'after-4-decide');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Approved and given back.').waitFor();
  await page.getByText('Nothing waits for a second person').waitFor();
  await lookAt(supervisor, 'after-5-decided');
});

test('the representative sees it given back whole by itself, and sends the receipt again by e-mail', async () => {
  await dialog().getByText('Given back whole').waitFor();
  await whole.desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await lastPayment().click();
  await act('Receipt again');
  await act('Send the e-mail');
  await dialog()
    .getByText(/Enter the e-mail address/)
    .waitFor();
  await dialog().getByRole('textbox', { name: 'E-mail address' }).fill('marisol@example.org');
  await lookAt(whole.desk, 'after-6-receipt');
  await act('Send the e-mail');
  await dialog().getByText('The e-mail has left.').waitFor();
  await lookAt(whole.desk, 'after-7-sent');
  expect(readdirSync(join(whole.backend.outbox, 'email'))).toHaveLength(1);
});

test('a line of the bill is disputed where it is looked at, and says so from then on', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  // Given back whole, the payment has opened its charges again.
  await page.getByRole('button', { name: /MRI of the knee/ }).click();
  await page.getByRole('button', { name: 'Dispute this charge' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await page.getByRole('button', { name: 'Open the dispute' }).click();
  await page.getByText(/The dispute is open/).waitFor();
  await page.getByRole('button', { name: /MRI of the knee.*disputed/ }).waitFor();
  await lookAt(whole.desk, 'after-8-disputed');
});
