import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';

let backend: TestBackend;
let folder: string;
let supervisor: DrivenDesk;

/** Two debits come back: one that had no account behind it, one that nobody authorised. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  const ach = achOf(backend);
  await debit(backend, personas.marisol, 12_345, '70031842977703', '2026-11-24');
  await debit(backend, personas.otis, 2_500, '70031842977710', '2026-11-24');
  await debit(backend, personas.leilani, 4_000, '70031842976605', '2026-11-24');
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(ach);
  for (const day of ['2026-11-25', '2026-11-30', '2026-12-15']) {
    backend.moveTo(`${day}T12:00-08:00`);
    await collectAchAnswers(ach);
  }
  await ach.end();
  folder = mkdtempSync(join(tmpdir(), 'remit-ach-'));
  supervisor = await driveDesk({ backendUrl: backend.url, dataFolder: folder });
});
afterAll(async () => {
  await supervisor?.close().catch(() => undefined);
  await backend?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const list = () => supervisor.page.getByRole('list', { name: /What needs a supervisor/ });
const chosen = () => supervisor.page.getByRole('region', { name: 'Exception', exact: true });

const look = (name: string) => lookAt(supervisor, name);

test('a supervisor reads what came back, of whom, and what to do about it', async () => {
  const { page } = supervisor;
  await stepsOn(supervisor).signIn('s.lindqvist');
  await list().waitFor();
  await look('supervisor-ach-0-everything');
  const kind = page.getByRole('combobox', { name: 'Kind of exception' });
  const shown = async () => {
    await expect.poll(() => list().getByRole('listitem').count()).toBe(1);
    return list().getByRole('button').first();
  };
  await kind.selectOption('notice');
  const notice = await shown();
  expect(await notice.innerText()).toMatch(/Notice of change C05/);
  await notice.press('Enter');
  await chosen()
    .getByText(/next debit of the account is right/)
    .waitFor();
  await kind.selectOption('returned');
  await expect.poll(() => list().getByRole('listitem').count()).toBe(2);
  const returned = list().getByRole('button');
  expect(await returned.first().innerText()).toMatch(/\$123\.45[\s\S]*Sent back R03/);
  await returned.last().press('Enter');
  await chosen()
    .getByText(/hand the case to compliance/)
    .waitFor();
  await returned.first().press('Enter');
  await chosen()
    .getByText(/ask for another way to pay/)
    .waitFor();
  await look('supervisor-ach-1-list');
});

test('reads how many debits came back, against what the rules allow', async () => {
  const { page } = supervisor;
  const rates = page.getByRole('list', { name: /Share of debits that came back/ });
  await rates.waitFor();
  const ours = await rates.getByRole('listitem').first().innerText();
  expect(ours).toMatch(/3 debits sent from October 17 to December 15, 2026/);
  expect(ours).toMatch(/Not authorised\s+33\.33%\s+1 of 3\s+up to 0\.5% allowed\s+too few to tell/);
  await rates.scrollIntoViewIfNeeded();
  await look('supervisor-ach-3-rates');
});

test('takes one by its key, and says by keyboard what was done about it; it leaves the list', async () => {
  const { page } = supervisor;
  await page.keyboard.press('Control+g');
  await chosen()
    .getByText(/^You have it/)
    .waitFor();
  await page.getByText('Mine (1)').waitFor();
  await chosen().getByRole('textbox', { name: 'Reason' }).focus();
  await look('supervisor-ach-2-resolve');
  await page.keyboard.type('The patient pays by card.');
  await page.keyboard.press('Enter');
  await chosen()
    .getByText(/Resolved by Sanna Lindqvist/)
    .waitFor();
  await expect.poll(() => list().getByRole('listitem').count(), { timeout: 10_000 }).toBe(1);
  await page.getByText('Resolved', { exact: true }).click();
  await page
    .getByRole('list', { name: /What was resolved/ })
    .getByRole('button', { name: /Sent back R03/ })
    .waitFor();
  await look('supervisor-ach-4-resolved');
});
