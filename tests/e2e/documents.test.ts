import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, openPool } from '#backend/database/connect.ts';
import { writeAssistanceLetter } from '#backend/hardship/letters/write-assistance-letter.ts';
import type { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { pdfDocument, pdfOfBytes, SECRET } from '#tests/support/documents.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { lookAt } from '#tests/support/look.ts';
import { type OpenApplication, openApplication } from '#tests/support/open-application.ts';

let whole: WholeDesk;
let open: OpenApplication;
let folder: string;
beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'remit-scans-'));
  whole = await openWholeDesk();
  open = await openApplication(whole.backend);
});
afterAll(async () => {
  await whole.end();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => whole.desk.page;
const papers = () => page().getByRole('region', { name: 'Documents', exact: true });

/** Answers the question for a file, as a person would. */
async function choose(name: string, bytes: Buffer): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await whole.desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

const windowTitles = () =>
  whole.desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(each => each.getTitle()),
  );

/** What a person sees in the window of a document. */
async function pictureOf(title: string, path: string): Promise<void> {
  const png = await whole.desk.app.evaluate(async ({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find(each => each.getTitle() === wanted);
    return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
  }, title);
  writeFileSync(path, Buffer.from(png, 'base64'));
}

async function writeLetter(): Promise<void> {
  const db = connect(openPool(whole.backend.databaseUrl, 1));
  const letter = {
    kind: 'received',
    receivedOn: '2026-11-24',
    asked: ['identity'],
    documentsBy: '2026-12-24',
    decideBy: null,
  } as unknown as AssistanceLetter;
  const now = instantOf(whole.backend.now());
  const { applicationId } = open;
  await db.transaction().execute(trx => writeAssistanceLetter(trx, { applicationId, now, letter }));
  await db.destroy();
}

test('the checklist says what is missing, and a key adds the first of it from a file', async () => {
  await writeLetter();
  await whole.steps.signIn('c.okafor');
  await page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button')
    .first()
    .click();
  await papers().getByText('Proof of identity').waitFor();
  await choose('driver license.pdf', await pdfDocument());
  await page().keyboard.press('Control+d');
  await papers().getByText('driver license.pdf').waitFor();
  await papers()
    .getByText(/, by Chidi Okafor, /)
    .waitFor();
});

test('a document that is none is refused beside the list, and a refused one says why', async () => {
  await choose('offer.docx', Buffer.from('PK\x03\x04'));
  await papers().getByRole('button', { name: 'Add a file: Proof of income' }).click();
  await papers().getByRole('alert').getByText('no PDF, JPEG or PNG').waitFor();
  await choose('pay stub.pdf', await pdfOfBytes(3_000_000));
  await papers().getByRole('button', { name: 'Add a file: Proof of income' }).click();
  await papers().getByText('pay stub.pdf').waitFor();
  await papers().getByRole('button', { name: 'Refuse pay stub.pdf' }).click();
  await papers().getByLabel('Why does it not count?').selectOption('It is too old');
  await papers().getByRole('button', { name: 'Refuse document' }).scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'documents-1-refusing');
  await papers().getByRole('button', { name: 'Refuse document' }).click();
  await papers().getByText('It is too old', { exact: false }).waitFor();
  await page()
    .getByRole('region', { name: 'Letters', exact: true })
    .getByText('Application received')
    .scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'documents-2-list');
});

test('a document is shown in a window of its own, which the lock closes, and no file holds it', async () => {
  await papers().getByRole('button', { name: 'Open driver license.pdf' }).click();
  await expect.poll(windowTitles).toContain('driver license.pdf');
  const shown = () => whole.desk.app.windows().find(each => each.url().includes('document.html'));
  await expect
    .poll(() => shown()?.locator('main[data-drawn]').count(), { timeout: 20_000 })
    .toBe(1);
  expect(await shown()?.getByRole('img', { name: 'Page 1 of 1' }).count()).toBe(1);
  expect(await shown()?.evaluate(() => 'desk' in window)).toBe(false);
  await pictureOf('driver license.pdf', 'out/pictures/documents-3-shown.png');
  await page().keyboard.press('Control+l');
  await expect.poll(windowTitles).not.toContain('driver license.pdf');
  expect(filesHolding(whole.folder, SECRET)).toEqual([]);
});
