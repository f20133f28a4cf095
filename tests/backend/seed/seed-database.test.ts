import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, openPool } from '#backend/database/connect.ts';
import { type EmbeddedServer, openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { AlreadySeeded, seedDatabase } from '#backend/seed/seed-database.ts';
import { emptyDatabase } from '#backend/seed/write/empty-database.ts';
import { asOf, digestOf, seedOf } from './seeds.ts';

let folder: string;
let server: EmbeddedServer;
let pool: pg.Pool;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'seed-'));
  server = await openEmbedded(folder, { settings: ['fsync=off'] });
  pool = openPool(server.databaseUrl, 4);
  await migrate(connect(pool));
});

afterAll(async () => {
  await pool?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const client = await pool.connect();
  await emptyDatabase(client);
  client.release();
});

async function value(sql: string): Promise<unknown> {
  const { rows } = await pool.query({ text: sql, rowMode: 'array' });
  return rows[0]?.[0];
}

const wanted = { patients: 240, seed: '7', asOf };

test('what is in the database is what was reported and drawn', async () => {
  const report = await seedDatabase(pool, wanted);
  const { patients, guarantors, accounts, charges, ledgerLines, statements, payments } = report;
  expect(await value('SELECT count(*) FROM patient')).toBe(patients);
  expect(await value('SELECT count(*) FROM guarantor')).toBe(guarantors);
  expect(await value('SELECT count(*) FROM account')).toBe(accounts);
  expect(await value('SELECT count(*) FROM charge')).toBe(charges);
  expect(await value('SELECT count(*) FROM ledger_line')).toBe(ledgerLines);
  expect(await value('SELECT count(*) FROM statement')).toBe(statements);
  expect(await value('SELECT count(*) FROM payment')).toBe(payments);
  expect(patients).toBe(240);
  expect(report.digest).toBe(digestOf(seedOf(240, '7')));
});

test('balances and open charges in the database are the sums of their ledger lines', async () => {
  await seedDatabase(pool, wanted);
  const owed = `sum(debit_cents - credit_cents) FILTER (WHERE ledger_account LIKE '%_receivable')`;
  const wrongAccounts = `SELECT count(*) FROM account LEFT JOIN
    (SELECT account_id, ${owed} AS owed FROM ledger_line GROUP BY 1) AS line USING (account_id)
    WHERE balance_cents <> coalesce(owed, 0)`;
  const wrongCharges = `SELECT count(*) FROM charge LEFT JOIN
    (SELECT charge_id, ${owed} AS owed FROM ledger_line GROUP BY 1) AS line USING (charge_id)
    WHERE open_cents <> coalesce(owed, 0)`;
  expect(await value('SELECT count(*) FROM ledger_line')).toBeGreaterThan(1_000);
  expect(await value(wrongAccounts)).toBe(0);
  expect(await value(wrongCharges)).toBe(0);
});

test('a database that has patients is left alone, and the refusal says so', async () => {
  await seedDatabase(pool, wanted);
  const again = seedDatabase(pool, { ...wanted, patients: 30 });
  await expect(again).rejects.toThrow(AlreadySeeded);
  await expect(again).rejects.toThrow(
    'The database already has patients, so nothing was written to it.',
  );
  expect(await value('SELECT count(*) FROM patient')).toBe(240);
});

test('replacing removes the patients that were there, and ledger lines stay beyond change', async () => {
  await seedDatabase(pool, wanted);
  const report = await seedDatabase(pool, { ...wanted, patients: 90, replace: true });
  expect(report.digest).toBe(digestOf(seedOf(90, '7')));
  expect(await value('SELECT count(*) FROM patient')).toBe(90);
  await expect(pool.query('DELETE FROM ledger_line')).rejects.toThrow('never changed or deleted');
  await expect(pool.query('TRUNCATE ledger_line')).rejects.toThrow('never changed or deleted');
});

test('the tables refer to each other after a seed as they did before', async () => {
  const keys = `SELECT string_agg(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), ';' ORDER BY conrelid::regclass::text, conname)
    FROM pg_constraint WHERE contype = 'f' AND convalidated`;
  const before = await value(keys);
  expect(before).toContain('ledger_line');
  await seedDatabase(pool, wanted);
  expect(await value(keys)).toBe(before);
});

test('a seed that is stopped half-way leaves nothing behind', async () => {
  const stop = new AbortController();
  let written = 0;
  const stopped = seedDatabase(pool, {
    ...wanted,
    patients: 5_000,
    signal: stop.signal,
    onProgress({ patients }) {
      written = patients;
      if (patients > 1_500) stop.abort();
    },
  });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(written).toBeGreaterThan(1_500);
  expect(written).toBeLessThan(5_000);
  expect(await value('SELECT count(*) FROM guarantor')).toBe(0);
  expect(await value('SELECT count(*) FROM ledger_line')).toBe(0);
});

test('of two that seed at once, one does it and the other finds it done', async () => {
  const outcomes = await Promise.allSettled([
    seedDatabase(pool, wanted),
    seedDatabase(pool, wanted),
  ]);
  expect(outcomes.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await value('SELECT count(*) FROM patient')).toBe(240);
});
