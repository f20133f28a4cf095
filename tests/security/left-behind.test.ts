import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redact } from '#electron/log/redact.ts';
import { captureCard, goodCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk } from '#tests/support/test-desk.ts';

const digits = goodCard.number.replaceAll(' ', '');

async function tablesHolding({ pool }: TestBackend, text: string): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
    FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'sandbox_processor')`);
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    const found = await pool.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [
      `%${text}%`,
    ]);
    if (found.rowCount) holding.push(name);
  }
  return holding;
}

test('after a payment no table and no file holds the card number or the security code', async () => {
  const backend = await startTestBackend();
  const desk = startTestDesk(backend.url);
  await verifiedCall(desk);
  await captureCard(desk);
  const attempt = await desk.value('payments.submit', partOfTheBill);
  expect(attempt.state).toBe('approved');
  expect(await tablesHolding(backend, attempt.key)).not.toEqual([]);
  expect(await tablesHolding(backend, digits)).toEqual([]);
  writeFileSync(join(desk.folder, 'control.txt'), digits);
  expect(filesHolding(desk.folder, digits)).toEqual([join(desk.folder, 'control.txt')]);
  await desk.stop();
  await backend.stop();
});

test('the redactor keeps identifiers of records and takes numbers and addresses of people', () => {
  const record = '01909090-1111-7222-8333-444444444444';
  const line = `${record} card 4242 4242 4242 4242, 078-05-1120, a.b@example.org, 04471883`;
  expect(redact(line)).toBe(`${record} card [number], [number], [address] [number]`);
});
