import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { verifyExport } from '#backend/audit/verify/verify-export.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { paidCards } from '#tests/support/paid-cards.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
let whole: WholeDesk;

beforeAll(async () => {
  const audit = { key: newAuditKey(), folder, sealEveryMs: 50 };
  whole = await openWholeDesk(0, { audit });
  await paidCards(whole.backend, [1_234]);
  await whole.steps.signIn('s.lindqvist');
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const button = (name: string) => page().getByRole('button', { name, exact: true });
const grid = () => page().getByRole('grid', { name: 'Records, the newest first' });

test('a supervisor verifies the trail in the page, opens a record and its payment, and takes the trail along', async () => {
  await press('Shift+F6');
  await grid().getByRole('row').nth(3).waitFor();
  await button('Verify the whole trail').press('Enter');
  await sees(/^Whole: [\d,]+ records, verified in/);
  await page().getByLabel('What', { exact: true }).selectOption('payment_moved');
  // The heading and the two moves of the one payment.
  await expect.poll(() => grid().getByRole('row').count()).toBe(3);
  await grid().focus();
  await press('Enter');
  await sees('The hash is that of what the record says.');
  await lookAt(whole.desk, 'trail-whole');
  const file = join(folder, 'trail.jsonl');
  await whole.desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await button('Export, signed').press('Enter');
  await sees(/records are in .*trail\.jsonl/);
  expect((await verifyExport(file, { outside: [] })).broken).toBeNull();
  expect(readFileSync(file, 'utf8')).toContain('payment_moved');
  await button('Open the payment').press('Enter');
  await page().getByRole('region', { name: 'Payment', exact: true }).getByRole('img').waitFor();
});

test('a record that was altered by hand in the database is named in the page', async () => {
  const client = await whole.backend.pool.connect();
  await client.query('SET session_replication_role = replica');
  const { rowCount } =
    await client.query(`UPDATE audit_record SET content = replace(content, '"user":"r.ames"', '"user":"x.ames"')
    WHERE number = (SELECT min(number) FROM audit_link JOIN audit_record USING (number)
      WHERE content LIKE '%"user":"r.ames"%')`);
  await client.query('RESET session_replication_role');
  client.release();
  expect(rowCount).toBe(1);
  await press('Shift+F6');
  await button('Verify again').press('Enter');
  await sees(/^Broken at record [\d,]+: it was altered\.$/);
  await button('Show the record').press('Enter');
  await sees(/The hash is not that of what the record says/);
  await lookAt(whole.desk, 'trail-broken');
});

test('who looked at whom is listed, and what stands out says why it is listed', async () => {
  await whole.backend.pool.query(
    `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, mrn, guarantor_id)
     SELECT gen_random_uuid(), now() - n * interval '7 minutes', 'c.okafor', workstation_id, 'case_read', mrn, guarantor_id
     FROM generate_series(1, 12) AS n, (SELECT workstation_id FROM workstation LIMIT 1) AS at_desk,
       (SELECT mrn, guarantor_id FROM patient ORDER BY mrn LIMIT 2) AS seen`,
  );
  await press('Shift+F3');
  await page().getByRole('table', { name: 'Looks, the latest first' }).waitFor();
  await sees(/^Listed because Chidi Okafor looked .* without a call/);
  await lookAt(whole.desk, 'access-review');
  await button('Looked at…').first().press('Enter');
  await page().getByLabel('What you found').fill('prepared the letters of the month');
  await press('Enter');
  await sees(/^Looked at by Sanna Lindqvist on .*prepared the letters of the month/);
  await page().getByLabel('Patient (MRN, guarantor ID or name)').fill('nobodyhasthisname');
  await sees('Nobody looked');
  await lookAt(whole.desk, 'access-review-none');
});
