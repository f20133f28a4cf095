import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { pdfText } from '#tests/support/pdf-text.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await whole.steps.signIn('s.lindqvist');
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const note = () => page().getByRole('region', { name: 'Export', exact: true });
const look = (name: string) => lookAt(whole.desk, `export-${name}`);

const goesTo = (path: string) =>
  whole.desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);

test('what a search found goes into a file, by the keyboard alone', async () => {
  const csv = join(whole.folder, 'found.csv');
  await goesTo(csv);
  await press('F6');
  await page().getByRole('grid', { name: 'Payments found' }).waitFor();
  await page()
    .getByText(/^\d[\d,]* payments$/)
    .first()
    .waitFor();
  await press('Control+e');
  await page().getByRole('menuitem', { name: 'Payments found: CSV' }).waitFor();
  await look('menu');
  await page().getByRole('menuitem', { name: 'Payments found: CSV' }).press('Enter');
  await note()
    .getByText(/rows are in found\.csv/)
    .waitFor();
  await look('saved');
  const rows = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[];
  const { rows: known } = await whole.backend.pool.query(
    'SELECT count(*)::int AS count FROM payment',
  );
  expect(rows).toHaveLength(known[0].count);
});

test('one payment’s life goes on paper, and a folder that is gone is said', async () => {
  const grid = page().getByRole('grid', { name: 'Payments found' });
  await grid.focus();
  await press('ArrowDown');
  await press('Enter');
  const life = page().getByRole('region', { name: 'Payment', exact: true });
  await life.getByText('Who looked').waitFor();
  const pdf = join(whole.folder, 'life.pdf');
  await goesTo(pdf);
  await press('Control+Shift+e');
  await page().getByRole('menuitem', { name: 'One payment: PDF' }).press('Enter');
  await note()
    .getByText(/rows? (is|are) in life\.pdf/)
    .waitFor();
  expect(await pdfText(readFileSync(pdf))).toMatch(
    /One payment.*Sanna Lindqvist.*protected health information.*Timeline/,
  );
  await goesTo(join(whole.folder, 'gone', 'life.pdf'));
  await press('Control+Shift+e');
  await page().getByRole('menuitem', { name: 'One payment: PDF' }).press('Enter');
  await note()
    .getByText(/That folder is no longer there/)
    .waitFor();
  await look('refused');
  await note().getByRole('button', { name: 'Close' }).press('Enter');
  await note().waitFor({ state: 'detached' });
});

test('the exceptions offer what fits what is shown: every list, that of one kind, or only what was resolved', async () => {
  const files = async () => {
    await press('Control+e');
    await page().getByRole('menuitem', { name: 'Exceptions as listed: PDF' }).waitFor();
    return page()
      .getByRole('menuitem', { name: /: CSV$/ })
      .evaluateAll(items => items.map(item => item.getAttribute('aria-label')));
  };
  await press('F2');
  expect(await files()).toHaveLength(8);
  await look('exceptions');
  await press('Escape');
  await page().getByRole('combobox', { name: 'Kind of exception' }).selectOption('unposted');
  expect(await files()).toEqual([
    'Exceptions as listed: CSV',
    'Payments that have not posted: CSV',
  ]);
  await look('exceptions-of-a-kind');
  await press('Escape');
  await page().getByText('Resolved', { exact: true }).click();
  expect(await files()).toEqual(['Exceptions as listed: CSV']);
  await press('Escape');
});
