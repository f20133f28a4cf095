import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyMoved } from '#tests/support/card-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { inMemoryOf } from '#tests/support/heap-of.ts';
import { complaintsOf } from '#tests/support/look.ts';
import { approvedCard, cardWithoutFunds } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
});
afterAll(() => whole.end());

const picture = (name: string) =>
  whole.desk.page.screenshot({ path: `out/pictures/${name}.png`, animations: 'disabled' });

const complaints = () => complaintsOf(whole.desk.page);

async function focusIsSomewhere(): Promise<boolean> {
  return whole.desk.page.evaluate(() => document.activeElement !== document.body);
}

const steps: [string, () => Promise<void>][] = [
  ['signs in', () => whole.steps.signIn()],
  ['starts the call', () => whole.steps.startCall()],
  ['reads the recording notice', () => whole.steps.sayNotice()],
  ['finds the patient by medical record number', () => whole.steps.locate()],
  ['verifies the caller by two factors', () => whole.steps.verify()],
  ['reads the balance', () => whole.steps.readBalance()],
  ['takes a card', () => whole.steps.takeCard(cardWithoutFunds)],
  ['has it declined', () => whole.steps.confirm()],
  ['takes another card', () => whole.steps.takeCard(approvedCard)],
  ['has it approved', () => whole.steps.confirm()],
];

for (const [index, [what, work]] of steps.entries()) {
  test(`the representative ${what}, by keyboard alone, and axe finds nothing`, async () => {
    await work();
    await picture(`call-${index + 1}-${what.replaceAll(' ', '-')}`);
    expect(await complaints()).toEqual([]);
    expect(await focusIsSomewhere()).toBe(true);
  });
}

test('the confirmation number stands on the screen, and processor, ledger and backend agree', async () => {
  expect(await whole.steps.confirmation()).toMatch(/^\w{3}-\w{3}-\w{3}$/);
  expect(await moneyMoved(whole.backend)).toEqual({
    processorCharges: 1,
    processorCents: 31_240,
    ledgerCents: 31_240,
    approvedCents: 31_240,
  });
});

test("the memory of the desk's page holds the brand and never the card number", async () => {
  const numbers = [approvedCard.number, cardWithoutFunds.number];
  expect(await inMemoryOf(whole.desk.page, ['Visa', ...numbers])).toEqual(['Visa']);
});

test('the call is wrapped up, and its record reaches the backend', async () => {
  await whole.steps.wrapUp();
  const kept = () =>
    whole.backend.pool.query('SELECT count(*)::int AS n FROM call_record').then(r => r.rows[0].n);
  await expect.poll(kept).toBe(1);
});

test('nothing that the run leaves on the disk holds a card number, or a patient in plain text', async () => {
  await whole.desk.close();
  const readable = filesHolding(whole.folder, 'SQLite format 3');
  expect(readable.filter(file => /(journal|cache)\.db/.test(file))).toEqual([]);
  for (const secret of [approvedCard.number, cardWithoutFunds.number, '04471883', 'Marisol']) {
    expect(filesHolding(whole.folder, secret)).toEqual([]);
  }
});
