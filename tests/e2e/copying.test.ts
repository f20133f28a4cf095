import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { complaintsOf } from '#tests/support/look.ts';

/** Long enough to see the copy being made. */
const PAGE_LATE_MS = 4_000;

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk(PAGE_LATE_MS);
});
afterAll(() => whole.end());

const isPage = (_: string, path: string) => path.startsWith('/v1/changes');
const picture = (name: string) =>
  whole.desk.page.screenshot({ path: `out/pictures/copying-${name}.png`, animations: 'disabled' });

const complaints = () => complaintsOf(whole.desk.page);

test('the records are copied with a bar that says so, and nobody has to wait for them', async () => {
  const { page } = whole.desk;
  whole.line.next('delay', isPage);
  await whole.steps.signIn();
  await page.getByRole('progressbar', { name: 'Copying the records' }).waitFor();
  await picture('1-begun');
  expect(await complaints()).toEqual([]);
  await whole.steps.startCall();
  await whole.steps.sayNotice();
  await whole.steps.locate();
  expect(whole.line.happened('delay')).toBe(1);
  await page.getByText(/Up to date · \d\d:\d\d/).waitFor();
  await page.getByText(/copy as of \d\d:\d\d/).waitFor();
  await picture('2-done');
});

test('whom the copy knows is found without the backend, and the screen says how old that is', async () => {
  const { page } = whole.desk;
  whole.line.cut();
  await page.getByText(/The backend cannot be reached since/).waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Medical record number' }).fill(personas.earl.mrn);
  await page.keyboard.press('Enter');
  await page.getByText(/From the copy on this desk, as of \d\d:\d\d/).waitFor();
  await picture('3-found-in-copy');
  expect(await complaints()).toEqual([]);
});

test('the copy is made again by hand, and what is unsent stays', async () => {
  const { page, line } = { page: whole.desk.page, line: whole.line };
  line.mend();
  await page.getByText(/Up to date/).waitFor();
  line.next('delay', isPage);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('copy of the records again');
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar', { name: 'Copying the records' }).waitFor();
  await picture('4-again');
  await page.getByText(/Up to date/).waitFor();
});
