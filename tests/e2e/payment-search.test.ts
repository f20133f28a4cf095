import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ConsoleMessage } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { paymentLink } from '#shared/search/payment-link.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt, size } from '#tests/support/look.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { deskLaunch } from '#tools/desk-environment.ts';

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

/** What the operating system does with a link: it starts the program once more. The second one ends by itself. */
async function startAgain(link: string): Promise<void> {
  const launch = deskLaunch({ backendUrl: whole.line.url, dataFolder: whole.folder });
  const second = spawn(launch.executablePath, [...launch.args, link], { env: launch.env });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
}

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

test('no amount, outcome, last four or confirmation number is cut off in the smallest window', async () => {
  await size(whole.desk, 1280, 720);
  const cut = await grid()
    .getByRole('row')
    .evaluateAll(all =>
      all
        .flatMap(row => [...row.children].slice(3))
        .filter(cell => cell.scrollWidth > cell.clientWidth)
        .map(cell => cell.textContent),
    );
  expect(cut).toEqual([]);
  const [wanted, shown] = await grid().evaluate(({ scrollWidth, clientWidth }) => [
    scrollWidth,
    clientWidth,
  ]);
  expect(wanted).toBe(shown);
  await look('smallest');
  await size(whole.desk, 1440, 900);
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

test('the floor shows today and the days before, follows what is taken elsewhere, and opens the search', async () => {
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  };
  page().on('console', hear);
  await press('Shift+F8');
  await page()
    .getByRole('group', { name: /^Sums taken on each day/ })
    .waitFor();
  await lookAt(whole.desk, 'floor');
  // Of all regions it is the date of Hawaii, where it may be yesterday for the payment below.
  await page().getByRole('combobox', { name: 'Region' }).selectOption('NCAL');
  const today = page().getByRole('button', { name: /Payments today$/ });
  const before = await today.textContent();
  await paidCards(whole.backend, [4_321]);
  await expect.poll(() => today.textContent(), { timeout: 20_000 }).not.toBe(before);
  await page().getByLabel('Show the tables behind the charts').check();
  await page().getByRole('table', { name: 'Payments by day' }).waitFor();
  const shown = await today.textContent();
  await today.press('Enter');
  await sees(/^\d[\d,]* payments?$/);
  await sees(shown ?? '');
  for (const open of ['click', 'Enter'] as const) {
    await press('Shift+F8');
    const cards = page().getByRole('button', { name: /^Find the payments of: Card, / });
    await cards.first().waitFor();
    const sum = /\$[\d,.]+$/.exec((await cards.last().getAttribute('aria-label')) ?? '')?.[0];
    expect(sum).toBeDefined();
    if (open === 'click') {
      await cards.last().click();
    } else {
      await cards.first().focus();
      await cards.first().press('ArrowRight');
      await cards.last().press('Enter');
    }
    await page().getByRole('button', { name: 'Method: card' }).waitFor();
    await sees(sum ?? '');
  }
  page().off('console', hear);
  expect(complaints).toEqual([]);
});

test('a link opens its payment by a second start, also after the desk was locked, and no other link does', async () => {
  const { keys } = await paidCards(whole.backend, [6_789]);
  const link = paymentLink(keys[0] ?? '');
  const life = page().getByRole('region', { name: 'Payment', exact: true });
  await press('F2');
  await startAgain('remitdesk://payment/../../--inspect=0');
  await sees(/leads to no payment, so nothing was opened/);
  await look('strange-link');
  await page().getByRole('button', { name: 'Put away' }).click();
  await startAgain(link);
  await life.getByText('$67.89').first().waitFor();
  await press('F2');
  await press('Control+l');
  await page()
    .getByRole('heading', { name: /locked/i })
    .waitFor();
  await startAgain(link);
  await page().getByLabel('Password of Sanna Lindqvist').fill('sandbox-only');
  await press('Enter');
  await life.getByText('$67.89').first().waitFor();
});

test('without the backend the desk’s own copy answers what it holds, and says so; the rest is refused', async () => {
  await page().getByRole('button', { name: 'Clear all' }).click();
  await page().getByRole('button', { name: 'State: any' }).click();
  await page().getByRole('menuitemcheckbox', { name: 'approved' }).click();
  await look('states');
  await press('Escape');
  const today = dateIn('America/Los_Angeles', instantOf(whole.backend.now()));
  await page().getByLabel('From', { exact: true }).fill(addDays(today, -30));
  await sees(/^\d[\d,]* payments$/);
  whole.line.cut();
  await page().getByRole('button', { name: 'State: approved' }).click();
  await page().getByRole('menuitemcheckbox', { name: 'posted' }).click();
  await press('Escape');
  await sees(/all that this desk’s own copy has of it.*cannot be reached/);
  await look('copied');
  await box().fill('$12.35');
  await sees(/cannot be reached/);
  await look('away');
  whole.line.mend();
});
