import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { paidCards } from '#tests/support/paid-cards.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await whole.steps.signIn('s.lindqvist');
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const grid = () => page().getByRole('grid', { name: 'Payments found' });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const box = () => page().getByRole('textbox', { name: 'Search', exact: true });
const rows = () => grid().getByRole('row').count();

const look = (name: string) => lookAt(whole.desk, `search-${name}`);

test('a supervisor finds payments by whatever they have, with the keyboard alone', async () => {
  await press('F6');
  await grid().waitFor();
  await sees(/^\d[\d,]* payments$/);
  await look('all');
  await box().fill('4242');
  await sees(/taken for the end of a card/);
  await box().fill('%_');
  await sees(/neither a number that payments are found by nor a name/);
  await look('fault');
  await box().fill('nobodyhasthisname');
  await sees('No payment found');
  await look('none');
  await box().fill('');
  await grid().waitFor();
});

test('columns sort by key, and the arrow keys walk down the list', async () => {
  await grid().focus();
  await press('Control+5');
  await grid().locator('[aria-sort="descending"]', { hasText: 'Amount' }).waitFor();
  await press('ArrowDown');
  await press('End');
  await expect.poll(rows).toBeGreaterThan(5);
  await press('Home');
  await press('Enter');
  await grid().locator('[aria-selected="true"]').waitFor();
  const life = page().getByRole('region', { name: 'Payment', exact: true });
  await life.getByRole('img').waitFor();
  await life.getByText('Who looked').waitFor();
  await look('chosen');
  await press('Control+1');
});

test('a view is saved under a name, comes back by its key, and is removed', async () => {
  await box().fill('4242');
  await press('Control+s');
  await page().getByLabel('Name of this view').fill('Ends in 4242');
  await press('Enter');
  await page().getByRole('button', { name: 'Ends in 4242', exact: true }).waitFor();
  await box().fill('');
  await press('Alt+1');
  await expect.poll(() => box().inputValue()).toBe('4242');
  await look('view');
  await page().getByRole('button', { name: 'Remove the view Ends in 4242' }).press('Enter');
  await page()
    .getByRole('button', { name: 'Ends in 4242', exact: true })
    .waitFor({ state: 'detached' });
  await box().fill('');
});

test('a payment that is taken on another desk appears by itself', async () => {
  await box().fill('$12.34');
  await sees('No payment found');
  await paidCards(whole.backend, [1_234]);
  await grid().getByText('Rosa Ames').waitFor();
  await sees('1 payment');
});

test('without the backend it says that nothing is kept here, and shows what it had found', async () => {
  whole.line.cut();
  await box().fill('$12.35');
  await sees(/backend/);
  await look('away');
  whole.line.mend();
});
