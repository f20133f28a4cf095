import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { openDb, statement, take } from '#tests/backend/arrivals/statements.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';

let whole: WholeDesk;
let db: Database;
let folder: string;
let supervisor: DrivenDesk | undefined;

beforeAll(async () => {
  whole = await openWholeDesk();
  db = openDb(whole.backend);
  folder = mkdtempSync(join(tmpdir(), 'remit-supervisor-'));
  await verifiedOn(whole);
});
afterAll(async () => {
  await supervisor?.close().catch(() => undefined);
  await db.destroy();
  await whole.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const page = () => whole.desk.page;
const panel = () => page().getByRole('region', { name: 'Other ways to pay', exact: true });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();

const look = (desk: DrivenDesk, name: string) => lookAt(desk, `arrivals-${name}`);

test('each other way to pay is said with where it goes, without a word of a charge', async () => {
  await page().keyboard.press('Control+m');
  await panel().waitFor();
  await sees(/make a check or money order out to .+PO Box 740488, Los Angeles/);
  await look(whole.desk, 'other-way');
  const way = panel().getByLabel('Way to pay');
  for (const [choice, words] of [
    ['In person', /billing desk of your medical facility in Northern California/],
    ['On the website', /Your bill-pay number|asks for your bill-pay number: \d{3}\s/],
    ['In the app', /app and choose to pay a bill/],
    ['Bill payment of their bank', /account number there is your bill-pay number: \d{3}\s/],
    ['Check or money order by mail', /5 to 7 business days/],
  ] as const) {
    await way.selectOption({ label: choice });
    await sees(words);
    expect(await panel().innerText()).not.toMatch(/charg|348-0264/i);
  }
});

test('it is noted as expected with the line cut, and sent when it is mended', async () => {
  whole.line.cut();
  await sees('Backend unreachable');
  await panel()
    .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
    .first()
    .press('Enter');
  await page().keyboard.press('Control+Enter');
  await sees('Noted as expected');
  await sees('Noted here, will be sent when the backend can be reached.');
  whole.line.mend();
  await panel().getByText('Sent.').waitFor();
  await look(whole.desk, 'other-way-noted');
  const { rows } = await whole.backend.pool.query('SELECT method_kind, state FROM expected_wire');
  expect(rows).toEqual([{ method_kind: 'mail', state: 'expected' }]);
});

test('what arrives is on the balance, and what nobody can tell waits for the supervisor', async () => {
  const on = dateIn('America/Los_Angeles', instantOf(whole.backend.now()));
  const { rows } = await whole.backend.pool.query(
    'SELECT guarantor_id AS id, amount_cents AS cents FROM expected_wire',
  );
  const [{ id, cents }] = rows as [{ id: string; cents: number }];
  const mail = { booked_on: on, channel: 'mail' };
  const text = statement(
    { ...mail, amount: (cents / 100).toFixed(2), remittance: `check 104, ${id}` },
    { ...mail, amount: '41.00', remitter: 'T. REYES', remittance: 'for my mother, thank you' },
    { ...mail, amount: '17.50', remittance: `guarantor ${id}` },
  );
  expect(await take(db, whole.backend, text)).toMatchObject({
    matched: { count: 1, cents },
    unmatched: { count: 2 },
  });
  await page().keyboard.press('F6');
  await page().keyboard.press('F5');
  await sees(/received/i);
  await look(whole.desk, 'balance');
});

test('the supervisor posts it by hand, with a reason, once', async () => {
  supervisor = await driveDesk({ backendUrl: whole.backend.url, dataFolder: folder });
  await stepsOn(supervisor).signIn('s.lindqvist');
  await supervisor.page
    .getByRole('combobox', { name: 'Kind of exception' })
    .selectOption('unmatched');
  const list = supervisor.page.getByRole('list', { name: /What needs a supervisor/ });
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  await look(supervisor, 'unmatched');
  await list.getByRole('button', { name: /\$17\.50/ }).press('Enter');
  const detail = supervisor.page.getByRole('region', { name: 'Exception', exact: true });
  await detail.getByText(/names a guarantor/).waitFor();
  const form = detail.locator('form');
  await expect
    .poll(() => form.getByLabel('Bill-pay number or guarantor ID').inputValue())
    .toMatch(/^\d{9}$/);
  await supervisor.page.keyboard.press('Enter');
  await supervisor.page.getByText('Give a reason of at least three letters.').waitFor();
  await look(supervisor, 'assign');
  await form.getByLabel('Reason').fill('The guarantor ID is on the check.');
  await form.getByRole('button', { name: 'Post it to this guarantor' }).press('Enter');
  await supervisor.page.getByText(/\$17\.50 is posted to/).waitFor();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  await look(supervisor, 'assigned');
  await expectBooksToAgree(whole.backend.pool);
});
