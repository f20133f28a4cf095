import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAtSizes } from '#tests/support/look.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { approvedCard, stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

const reason = 'The caller boards a plane in an hour and knows that it may be charged twice.';

let whole: WholeDesk;
let line: FaultLine;
let folder: string;
let supervisor: DrivenDesk;
let page: Page;

beforeAll(async () => {
  whole = await openWholeDesk();
  line = await openFaultLine(whole.backend.url);
  folder = mkdtempSync(join(tmpdir(), 'remit-supervisor-'));
  supervisor = await driveDesk({ backendUrl: line.url, dataFolder: folder });
  page = supervisor.page;
});
afterAll(async () => {
  await supervisor.close().catch(() => undefined);
  await line.close();
  await whole.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const pay = () => whole.desk.page.getByRole('region', { name: 'Pay', exact: true });
const rows = () => page.getByRole('list', { name: /What needs a supervisor/ }).getByRole('button');

test('a supervisor with nothing to look after is told what will be here', async () => {
  await stepsOn(supervisor).signIn('s.lindqvist');
  await page.getByRole('combobox', { name: 'Kind of exception' }).selectOption('unknown');
  await page.getByText('Nothing of this is there').waitFor();
  await lookAtSizes(supervisor, 'supervisor-1-empty');
});

test('an outcome that nobody knows appears by itself, and opens by keyboard', async () => {
  await verifiedOn(whole);
  await whole.steps.takeCard(approvedCard);
  await whole.backend.orderFault({ kind: 'time_out_after_acting' });
  await whole.backend.orderFault({ kind: 'server_error', on: 'find', times: 1_000 });
  await whole.steps.confirm();
  expect(await whole.steps.result()).toMatch(/Waiting/);
  await rows().first().waitFor({ timeout: 30_000 });
  expect(await rows().allInnerTexts()).toEqual([expect.stringContaining('$312.40')]);
  await page.getByRole('combobox', { name: 'Kind of exception' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Allow another payment' }).waitFor();
  await lookAtSizes(supervisor, 'supervisor-2-unknown');
});

test('without the backend the list keeps its age, and nothing can be overridden', async () => {
  line.cut();
  await page.getByText(/This is what it said at/).waitFor({ timeout: 30_000 });
  await lookAtSizes(supervisor, 'supervisor-3-offline');
  line.mend();
  await page.getByText(/This is what it said at/).waitFor({ state: 'hidden' });
});

test('the override asks for a reason, has a key of its own, and its result stays', async () => {
  const box = page.getByRole('textbox', { name: 'Reason' });
  await box.focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Give a reason of at least three letters.').waitFor();
  await lookAtSizes(supervisor, 'supervisor-4-no-reason');
  await box.fill(reason);
  await page.getByRole('button', { name: 'Allow another payment' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText('Another payment may be taken').count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Another payment may be taken').waitFor();
  await page.getByText('overridden').first().waitFor();
  await lookAtSizes(supervisor, 'supervisor-5-overridden');
});

test('the representative is told that another payment is allowed, and how to go on', async () => {
  await pay().getByRole('button', { name: 'Ask now' }).click();
  await pay().getByText('A supervisor allows another payment').waitFor();
  await lookAtSizes(whole.desk, 'override-1-allowed');
});

test('the same amount is asked about once more, and taken', async () => {
  const desk = whole.desk.page;
  await desk.keyboard.press('Control+t');
  await pay()
    .getByText(/outcome is still open/)
    .waitFor();
  await desk.keyboard.press('Control+y');
  await lookAtSizes(whole.desk, 'override-2-again');
  await whole.steps.takeCard(approvedCard);
  // The warning names the same card, so its ending says nothing of the one just taken.
  await pay()
    .getByRole('button', { name: /^Charge/ })
    .waitFor();
  await whole.steps.confirm();
  expect(await whole.steps.result()).toMatch(/Approved/);
  await lookAtSizes(whole.desk, 'override-3-second-approved');
});

test('the truth about the first comes to both: it was charged after all', async () => {
  await whole.backend.forgetFaults();
  whole.backend.later(4_000);
  await page.getByText('charged after all').first().waitFor({ timeout: 30_000 });
  await lookAtSizes(supervisor, 'supervisor-6-charged-after-all');
  await pay()
    .getByText(/charged after all/)
    .waitFor({ timeout: 90_000 });
  await lookAtSizes(whole.desk, 'override-4-both-known');
  await expectBooksToAgree(whole.backend.pool);
});
