import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bank as bankWords } from '#shared/words/en/bank.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { inMemoryOf } from '#tests/support/heap-of.ts';
import { complaintsOf } from '#tests/support/look.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { checkingAccount } from '#tools/demo/steps.ts';
import { takeWindowPicture } from '#tools/demo/window-picture.ts';

const { routingNumber, accountNumber } = checkingAccount;
/** On December 26 the next Christmas is that of the year to come. */
const SIX_DAYS_MS = 6 * 86_400_000;

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const picture = (name: string) => takeWindowPicture(whole.desk, `out/pictures/ach-${name}.png`);
const pay = () => whole.desk.page.getByRole('region', { name: 'Pay', exact: true });
const confirm = () => pay().getByRole('button', { name: /Send debit/ });

async function inScheme(scheme: 'light' | 'dark'): Promise<void> {
  await whole.desk.page.emulateMedia({ colorScheme: scheme });
  await whole.desk.page.waitForTimeout(150);
}

/** Answers the question where to save, as a person would. */
async function saveTo(path: string): Promise<void> {
  await whole.desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

const wrong: [string, string, keyof typeof bankWords][] = [
  ['routingNumber', '107800531', 'routing_sum'],
  ['routingNumber', '000000000', 'routing_zeros'],
  ['routingNumber', '122105155', 'routing_unknown'],
  ['accountNumber', '12ab', 'account_not_digits'],
  ['accountNumber', '123456789012345678', 'account_too_long'],
];

test('what cannot be a bank account is told beside its box as soon as it is known', async () => {
  const { desk, steps } = whole;
  await steps.hands.press('Control+b');
  const capture = await desk.capture();
  for (const [field, typed, fault] of wrong) {
    await capture.locator(`#${field}`).fill(typed);
    await capture.locator(`#${field}`).press('Tab');
    await expect.poll(() => capture.locator('.complaint').innerText()).toBe(bankWords[fault]);
    await capture.locator(`#${field}`).fill('');
  }
  await capture.locator('#routingNumber').fill(routingNumber);
  await capture.locator('#accountNumber').fill(accountNumber);
  await capture.locator('#accountNumberAgain').fill(`${accountNumber.slice(0, -1)}8`);
  await capture.keyboard.press('Enter');
  await capture.getByText(bankWords.account_differs).waitFor();
  await picture('1-two-numbers-that-differ');
  expect(await complaintsOf(capture)).toEqual([]);
  await desk.page.keyboard.press('Escape');
});

test('the bank is named from the routing number while the account is typed', async () => {
  await inScheme('dark');
  await whole.steps.typeAccount(checkingAccount);
  const capture = await whole.desk.capture();
  await capture.getByText('Aspen Ledger Bank').waitFor();
  await picture('2-typed-dark');
  expect(await complaintsOf(capture)).toEqual([]);
  await whole.desk.page.keyboard.press('Escape');
  await inScheme('light');
});

test('what is captured is the bank and the last four, and the debit stays closed until all is said', async () => {
  const { desk, steps } = whole;
  await steps.takeAccount(checkingAccount);
  await pay().getByText('Aspen Ledger Bank').first().waitFor();
  expect(await confirm().getAttribute('aria-disabled')).toBe('true');
  await pay()
    .getByText(/Still to be read: Debit date, Amount, Name/)
    .waitFor();
  await picture('3-to-be-read');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.keyboard.press('F8');
  await pay()
    .getByText(/Still to be read: Debit date, Amount, Account/)
    .waitFor();
  await picture('4-first-sentence-read');
  expect(await complaintsOf(desk.page)).toEqual([]);
  expect(await inMemoryOf(desk.page, [accountNumber])).toEqual([]);
});

test('in Spanish it is read anew, every element of it', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Control+e');
  await pay()
    .getByText(/autoriza a Kaiser Permanente/)
    .waitFor();
  await pay()
    .getByText(/Still to be read: Debit date, Amount, Name/)
    .waitFor();
  await picture('5-spanish');
  await inScheme('dark');
  await picture('6-spanish-dark');
  await inScheme('light');
  await page.keyboard.press('Control+e');
});

test('a day on which banks are closed is refused beside the day, in one sentence', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Control+d');
  const day = pay().locator('input[type="date"]');
  await day.fill(`${new Date(Date.now() + SIX_DAYS_MS).getFullYear()}-12-25`);
  await pay()
    .getByText(/Banks are closed on the debit date/)
    .waitFor();
  await picture('7-closed-day');
  await pay().getByRole('group', { name: 'Debit on or after' }).getByRole('button').first().click();
  await page.keyboard.press('Control+d');
});

test('after the spoken yes, with its recording and its time, the debit is sent and accepted', async () => {
  const { desk, steps } = whole;
  await steps.readAuthorisation();
  expect(await confirm().getAttribute('aria-disabled')).toBe('false');
  await picture('8-agreed');
  await steps.hands.press('Control+Enter');
  await steps.waitForResult('Approved');
  await picture('9-approved');
  await inScheme('dark');
  await picture('10-approved-dark');
  await inScheme('light');
  expect(await complaintsOf(desk.page)).toEqual([]);
  const { rows } = await whole.backend.pool.query(
    `SELECT method_kind, bank_name, bank_last4, amount_cents::int FROM payment WHERE source = 'desk'`,
  );
  expect(rows).toEqual([
    {
      method_kind: 'ach',
      bank_name: 'Aspen Ledger Bank',
      bank_last4: '6789',
      amount_cents: 31_240,
    },
  ]);
});

test('the authorisation is saved as a written copy, in either language, and the receipt names the account', async () => {
  const { desk, folder } = whole;
  const saved = async (key: string, name: string) => {
    const path = join(folder, name);
    await saveTo(path);
    await desk.page.keyboard.press(key);
    await desk.page.getByText(name).waitFor();
    return await pdfText(readFileSync(path));
  };
  const copy = await saved('Control+Shift+S', 'copy.pdf');
  for (const words of [
    '$312.40',
    "Marisol O'Neil-Đặng",
    'checking ending 6789, Aspen Ledger Bank',
    'One-time electronic debit',
    'How to revoke it',
    'REC-C-',
  ]) {
    expect(copy).toContain(words);
  }
  expect(await saved('Control+s', 'receipt.pdf')).toContain('checking ending 6789');
  await pay().getByText('ES', { exact: true }).last().click();
  expect(await saved('Control+Shift+S', 'copia.pdf')).toContain(
    'Autorización de un débito electrónico',
  );
});

test('nothing that the run leaves on the disk holds the account number', async () => {
  await whole.steps.wrapUp();
  await whole.desk.close();
  expect(filesHolding(whole.folder, accountNumber)).toEqual([]);
});
