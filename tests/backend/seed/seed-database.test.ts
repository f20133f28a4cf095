import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { AlreadySeeded, seedDatabase } from '#backend/seed/seed-database.ts';
import { emptyDatabase } from '#backend/seed/write/empty-database.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';
import { asOf, digestOf, seedOf } from './seeds.ts';

let pool: pg.Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyTemplate();
  drop = copy.drop;
  pool = openPool(copy.databaseUrl, 4);
});

afterAll(async () => {
  await pool.end();
  await drop();
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
  expect(await value('SELECT count(*) FROM ledger_line')).toBeGreaterThan(1_000);
  expect((await ledgerReport(pool)).differences).toEqual([]);
});

test('the log of changes hears nothing of the seed, and everything after it; earlier copies end', async () => {
  const before = await value('SELECT feed_identity()');
  await seedDatabase(pool, wanted);
  expect(await value('SELECT count(*) FROM change')).toBe(0);
  expect(await value('SELECT feed_identity()')).not.toBe(before);
  const changed = await pool.query("UPDATE patient SET given_name = given_name || 'a'");
  expect(await value("SELECT count(*) FROM change WHERE entity = 'patient'")).toBeGreaterThan(0);
  expect(changed.rowCount).toBe(240);
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
