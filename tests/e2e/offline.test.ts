import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { complaintsOf } from '#tests/support/look.ts';
import { approvedCard } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const picture = (name: string) =>
  whole.desk.page.screenshot({ path: `out/pictures/offline-${name}.png`, animations: 'disabled' });

const complaints = () => complaintsOf(whole.desk.page);

const notice = () => whole.desk.page.getByText(/The backend cannot be reached since \d\d:\d\d/);
const recordsKept = async () =>
  (await whole.backend.pool.query('SELECT count(*)::int AS n FROM call_record')).rows[0].n;

test('the network goes away in the middle of a call: the desk says so below the work, and the balance stays', async () => {
  const { desk, line } = whole;
  await picture('0-before');
  line.cut();
  await notice().waitFor();
  expect(await desk.page.getByText('$1,284.60', { exact: true }).first().isVisible()).toBe(true);
  await picture('1-balance');
  expect(await complaints()).toEqual([]);
});

test('no card is asked for, and the words to say offer another day, in Spanish too', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('F6');
  await page.getByText('No card or account can be taken now').waitFor();
  await page.getByText(/I can take neither a card nor a bank account/).waitFor();
  await page.keyboard.press('Control+t');
  expect(await page.getByText('Card entry').count()).toBe(0);
  await picture('2-pay');
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Control+e');
  await page.getByText(/no puedo tomar ni una tarjeta ni una cuenta bancaria/).waitFor();
  await picture('3-pay-spanish');
  await page.keyboard.press('Control+e');
});

test('a balance that is read again says how old it is', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('F5');
  await page
    .getByText(/as it was at \d\d:\d\d|kept/i)
    .first()
    .waitFor();
  await picture('4-kept-balance');
});

test('a call is ended without the backend, and its record waits with its age', async () => {
  const { page } = whole.desk;
  await whole.steps.wrapUp();
  await page.getByText(/1 unsent/).waitFor();
  expect(await page.getByText('Up to date').count()).toBe(0);
  await picture('5-unsent');
  expect(await recordsKept()).toBe(0);
});

test('the next caller cannot be verified, and the desk has the words for it', async () => {
  const { page } = whole.desk;
  await whole.steps.startCall();
  await whole.steps.sayNotice();
  await whole.steps.locate();
  await page.getByText(/Nobody can be verified until the backend is reachable/).waitFor();
  await page.getByText(/our system cannot look into accounts just now/).waitFor();
  await picture('6-next-call');
  expect(await complaints()).toEqual([]);
});

test('the network comes back: what waited goes out, the counts go to zero, and cards are taken again', async () => {
  const { line, desk } = whole;
  line.mend();
  await notice().waitFor({ state: 'detached' });
  await expect.poll(recordsKept).toBe(1);
  await desk.page.getByText(/unsent/).waitFor({ state: 'detached' });
  await picture('7-back');
  await whole.steps.verify();
  await whole.steps.readBalance();
  await whole.steps.takeCard(approvedCard);
  await whole.steps.confirm();
  expect(await whole.steps.result()).toBe('Approved');
});
