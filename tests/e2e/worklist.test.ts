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

const { marisol, otis, leilani } = personas;

let backend: TestBackend;
let folder: string;
let desk: DrivenDesk;

/** Three debits come back: no account, no money, not authorised. It is the middle of December. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  const ach = achOf(backend);
  await debit(backend, marisol, 12_345, '70031842977703', '2026-11-24');
  await debit(backend, leilani, 4_000, '70031842977701', '2026-11-24');
  await debit(backend, otis, 2_500, '70031842977710', '2026-11-24');
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(ach);
  for (const day of ['2026-11-25', '2026-11-30', '2026-12-15']) {
    backend.moveTo(`${day}T12:00-08:00`);
    await collectAchAnswers(ach);
  }
  await ach.end();
  folder = mkdtempSync(join(tmpdir(), 'remit-worklist-'));
  desk = await driveDesk({ backendUrl: backend.url, dataFolder: folder });
});
afterAll(async () => {
  await desk?.close().catch(() => undefined);
  await backend?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const list = () => desk.page.getByRole('list', { name: /^Debits to call about/ });
const button = (name: RegExp) => list().getByRole('button', { name });

const look = (name: string) => lookAt(desk, name);

test('the start page says how many there are to call about, and a key opens the list', async () => {
  const { page } = desk;
  await stepsOn(desk).signIn();
  await page.getByText(/3 debits came back .* 2 overdue/).waitFor();
  await look('worklist-1-start');
  await page.keyboard.press('Control+f');
  await list().waitFor();
  const texts = await list().getByRole('listitem').allInnerTexts();
  expect(texts).toHaveLength(3);
  expect(texts[0]).toMatch(/\$123\.45[\s\S]*Sent back R03[\s\S]*overdue[\s\S]*Nobody has it/);
  expect(texts[1]).toMatch(/\$40\.00[\s\S]*Sent back R01[\s\S]*There was not enough money/);
  expect(texts[2]).toMatch(/\$25\.00[\s\S]*Sent back R10[\s\S]*Listen to the recording/);
  await look('worklist-2-list');
});

test('the second to take one is refused, and sees who has it', async () => {
  const { page } = desk;
  const colleague = await backend.signIn('c.okafor');
  const { followUps } = await colleague.value('followUps', {});
  const id = followUps.find(each => each.guarantorId === otis.guarantorId)?.id ?? '';
  await colleague.value('takeFollowUp', { params: { id } });
  const take = button(/^Take: \$25\.00/);
  // The list is read again every few seconds; whichever comes first, the desk does not get it.
  if (await take.isVisible()) await take.press('Enter', { timeout: 2_000 }).catch(() => undefined);
  await expect
    .poll(() => list().getByRole('listitem').last().innerText(), { timeout: 15_000 })
    .toMatch(/Okafor has it since/);
  expect(await button(/^Take: \$25\.00/).count()).toBe(0);
  await look('worklist-3-taken');
  await colleague.value('putBackFollowUp', { params: { id } });
  await page.keyboard.press('Escape');
});

test('a representative takes one, and finds its guarantor on a call', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+f');
  await button(/^Take: \$123\.45/).press('Enter');
  await button(/^Find on a call: \$123\.45/).waitFor();
  await button(/^Find on a call: \$123\.45/).press('Enter');
  const box = page.getByRole('textbox', { name: /Guarantor ID/ });
  await box.waitFor();
  expect((await box.inputValue()).replace(/\D/g, '')).toBe(marisol.guarantorId);
  await box.press('Enter');
  await page
    .getByRole('list', { name: 'Patients found' })
    .or(page.getByRole('heading', { name: /found/ }))
    .first()
    .waitFor();
  await look('worklist-4-find');
});

test('finishes it with what was done, and it leaves the list', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+f');
  await button(/^Finish…: \$123\.45/).press('Enter');
  await page.getByRole('combobox', { name: 'What was done' }).selectOption('promised');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('4242 4242 4242 4242');
  await page.getByRole('button', { name: 'Finish', exact: true }).press('Enter');
  await page.getByText(/looks like a card number/).waitFor();
  await look('worklist-5-refused');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Pays by card on Friday.');
  await page.getByRole('button', { name: 'Finish', exact: true }).press('Enter');
  await expect.poll(() => list().getByRole('listitem').count(), { timeout: 15_000 }).toBe(2);
  const { rows } = await backend.pool.query(
    'SELECT outcome, note, done_by FROM ach_follow_up WHERE done_by IS NOT NULL',
  );
  expect(rows).toEqual([
    { outcome: 'promised', note: 'Pays by card on Friday.', done_by: 'r.ames' },
  ]);
});
