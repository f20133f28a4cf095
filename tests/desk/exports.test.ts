import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ExportFormat, ExportListName } from '#shared/export/lists.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const PAYMENTS = 5_000;

let backend: TestBackend;
let desk: TestDesk;
let folder: string;
let place: (name: string) => string | null;

beforeAll(async () => {
  backend = await startTestBackend();
  await insteadOfPatients(backend, PAYMENTS);
});
afterAll(() => backend.stop());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-export-'));
  place = name => join(folder, name);
  desk = startTestDesk(backend.url, { choosePlace: async name => place(name) });
  await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
});
afterEach(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
});

const everything = { filters: noFilters, sort: newestFirst };
const begin = (
  format: ExportFormat,
  list: ExportListName = 'payments',
  filters: object = everything,
) => desk.ask('exports.begin', { list, format, filters: { ...filters } });
const standing = () => desk.value('exports.current', null);
const ended = () =>
  expect.poll(async () => (await standing())?.state, { timeout: 55_000 }).not.toBe('running');

/** The one file there is, whole. */
function written(): { name: string; bytes: Buffer } {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  const [name = ''] = names;
  return { name, bytes: readFileSync(join(folder, name)) };
}

async function recorded() {
  const { exportId = '' } = (await standing()) ?? {};
  const { rows } = await backend.pool.query('SELECT * FROM data_export WHERE export_id = $1', [
    exportId,
  ]);
  return rows[0];
}

it('all that a search finds is in the CSV, once, in its order, and on record', async () => {
  expect(await begin('csv')).toMatchObject({ ok: true, value: { begun: true } });
  await ended();
  expect(await standing()).toMatchObject({ state: 'saved', rows: PAYMENTS, total: PAYMENTS });
  const { name, bytes } = written();
  expect(name).toMatch(/^payments-\d{4}-\d\d-\d\d\.csv$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(PAYMENTS);
  expect(new Set(rows.map(row => row['Payment key'])).size).toBe(PAYMENTS);
  const taken = rows.map(row => row.Taken ?? '');
  expect(taken).toEqual([...taken].sort().reverse());
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.Amount) * 100), 0);
  const { rows: books } = await backend.pool.query(
    'SELECT sum(amount_cents) AS cents FROM payment',
  );
  expect(cents).toBe(Number(books[0].cents));
  await expect.poll(async () => (await recorded()).kept, { timeout: 20_000 }).toBe('saved');
  expect(await recorded()).toMatchObject({
    list: 'payments',
    format: 'csv',
    user_id: 's.lindqvist',
    ended: 'whole',
    file_sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

it('the PDF of a search has every payment on its pages', async () => {
  await begin('pdf');
  await ended();
  expect(await standing()).toMatchObject({ state: 'saved', rows: PAYMENTS });
  expect(written().bytes.subarray(0, 5).toString()).toBe('%PDF-');
});
