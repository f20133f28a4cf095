import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { lookAt } from '#tests/support/look.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { checkingAccount, stepsOn } from '#tools/demo/steps.ts';
import { takeWindowPicture } from '#tools/demo/window-picture.ts';
import { driveDesk } from '#tools/drive-desk.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const panel = () => page().getByRole('region', { name: 'Payments to come', exact: true });
const button = (name: string | RegExp) => panel().getByRole('button', { name });
const checked = () => panel().getByRole('checkbox', { checked: true }).count();

const look = (name: string) => lookAt(whole.desk, `debits-to-come-${name}`);

/** Takes every yes that is left, by its key. */
async function agreeToAll(parts: number): Promise<void> {
  for (let given = (await checked()) + 1; given <= parts; given += 1) {
    await press('F8');
    await expect.poll(checked).toBe(given);
  }
}

/** Types the account into its own view and hands it over. */
async function takeAccount(): Promise<void> {
  await whole.steps.typeAccount(checkingAccount);
  await whole.steps.hands.strike('Enter', await whole.desk.capture());
  await panel()
    .getByText(/ending 6789, Aspen Ledger Bank, taken on this call/)
    .waitFor();
}

test('an account is typed in its own view, and debits of it are read aloud and agreed to part by part', async () => {
  await press('Control+g');
  await panel().getByText('Series', { exact: true }).click();
  await button(/^\w{3}, \w{3} \d+$/)
    .first()
    .press('Enter');
  await panel().getByLabel('How often').selectOption('monthly');
  await whole.steps.typeAccount(checkingAccount);
  await (await whole.desk.capture()).getByText('Aspen Ledger Bank').waitFor();
  await page()
    .getByText(/checking or a savings account, then the routing number/)
    .waitFor();
  await takeWindowPicture(whole.desk, 'out/pictures/debits-to-come-typing.png');
  await whole.steps.hands.strike('Enter', await whole.desk.capture());
  await panel()
    .getByText(/make recurring electronic debits from your checking ending 6789/)
    .waitFor();
  const words = panel().getByText(/make recurring electronic debits from your checking/);
  await expect.poll(async () => (await words.boundingBox())?.y ?? 0).toBeLessThan(700);
  await look('reading');
  await press('Control+Enter');
  await panel().getByText('Yes to debits of the account').waitFor();
  expect((await whole.backend.pool.query('SELECT FROM authorisation')).rowCount).toBe(0);
  await agreeToAll(3);
  await panel()
    .getByText(/right to a letter, ten days before/)
    .waitFor();
  await agreeToAll(6);
  await panel()
    .getByText(/Each yes is on the recording of this call/)
    .waitFor();
  await look('agreed');
  await press('Control+Enter');
  await button('Set up another').waitFor();
  await panel()
    .getByText(/Spoken yes: recording C-/)
    .waitFor();
  await look('set-up');
  const { rows } = await whole.backend.pool.query(
    'SELECT authorisation.kind, method.kind AS by FROM authorisation JOIN stored_method AS method USING (method_id)',
  );
  expect(rows).toEqual([{ kind: 'series', by: 'ach' }]);
  expect(filesHolding(whole.folder, checkingAccount.accountNumber)).toEqual([]);
});

test('its written copy is saved, and that it came back signed is recorded', async () => {
  const path = join(whole.folder, 'copy.pdf');
  await whole.desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await button('Save the written copy').press('Enter');
  await panel()
    .getByText(/Written copy saved/)
    .waitFor();
  expect(await pdfText(readFileSync(path))).toContain('Recurring electronic debits');
  await button('It came back signed').press('Enter');
  await button('Record the signed copy').press('Enter');
  await panel().getByText('Enter the date beside the signature.').waitFor();
  const received = panel().getByLabel('Received on');
  await panel().getByLabel('Date beside the signature').fill('2026-01-05');
  await panel()
    .getByText(/a copy of earlier terms does not count/)
    .waitFor();
  await look('signing');
  await panel()
    .getByLabel('Date beside the signature')
    .fill(await received.inputValue());
  await button('Record the signed copy').press('Enter');
  await panel()
    .getByText(/debits go as authorised in writing/)
    .waitFor();
  await look('signed');
});

test('autopay from an account is read in Spanish', async () => {
  await button('Set up another').press('Enter');
  await panel().getByText('Autopay', { exact: true }).click();
  await panel().getByRole('textbox', { name: 'At most per statement' }).fill('150.00');
  await takeAccount();
  await panel().getByText('ES', { exact: true }).click();
  await panel()
    .getByText(/débitos electrónicos recurrentes de su cuenta corriente terminada en 6789/)
    .waitFor();
  await look('spanish');
  await agreeToAll(4);
  await panel()
    .getByText(/avísenos a nosotros o a su banco al menos tres días hábiles/)
    .waitFor();
  await agreeToAll(6);
  await press('Control+Enter');
  await expect
    .poll(
      async () =>
        (
          await whole.backend.pool.query(
            `SELECT agreement->>'language' AS language FROM authorisation WHERE kind = 'autopay'`,
          )
        ).rows,
    )
    .toEqual([{ language: 'es' }]);
});

test('a supervisor records a copy that came by mail, without a call', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'remit-supervisor-'));
  const supervisor = await driveDesk({ backendUrl: whole.backend.url, dataFolder: folder });
  try {
    await stepsOn(supervisor).signIn('s.lindqvist');
    await supervisor.page.getByRole('button', { name: 'Show the one that is out' }).press('Enter');
    const list = supervisor.page.getByRole('list', { name: 'Debits to come by a spoken yes' });
    await list.getByRole('button', { name: 'It came back signed' }).press('Enter');
    const received = list.getByLabel('Received on');
    await list.getByLabel('Date beside the signature').fill(await received.inputValue());
    await list.getByRole('button', { name: 'Record the signed copy' }).scrollIntoViewIfNeeded();
    await supervisor.page.screenshot({ path: 'out/pictures/debits-to-come-supervisor.png' });
    await list.getByRole('button', { name: 'Record the signed copy' }).press('Enter');
    await supervisor.page.getByText(/agreed to by telephone waits for its signed copy/).waitFor();
  } finally {
    await supervisor.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
