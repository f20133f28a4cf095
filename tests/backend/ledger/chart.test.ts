import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { LedgerAccount } from '#shared/ledger/chart.ts';
import { LedgerEvent } from '#shared/ledger/events.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

let template: Awaited<ReturnType<typeof copyTemplate>>;
let pool: pg.Pool;
beforeAll(async () => {
  template = await copyTemplate();
  pool = openPool(template.databaseUrl, 2);
});
afterAll(async () => {
  await pool.end();
  await template.drop();
});

/** The words that a check of the database lets through. */
async function allowedBy(constraint: string): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(
    'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
    [constraint],
  );
  return [...(rows[0]?.text.matchAll(/'([a-z_]+)'/g) ?? [])].map(([, word]) => word ?? '').sort();
}

test('the database knows every event of the ledger that the code knows, and no other', async () => {
  const known = await allowedBy('ledger_entry_event_check');
  expect(known).toEqual([...LedgerEvent.options].sort());
});

test('the database knows every account of the ledger that the code knows, and no other', async () => {
  const known = await allowedBy('ledger_line_ledger_account_check');
  expect(known).toEqual([...LedgerAccount.options].sort());
});
