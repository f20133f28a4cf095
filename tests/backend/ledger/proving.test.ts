import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import type { LedgerReport } from '#backend/ledger/report.ts';
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

function verify(...words: string[]): Promise<{ exitCode: number; printed: string }> {
  const command = ['backend/ledger/verify-command.ts', ...words];
  const options = {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: { ...process.env, DATABASE_URL: template.databaseUrl },
  };
  return new Promise(resolve => {
    execFile(process.execPath, command, options, (error, printed) =>
      resolve({ exitCode: Number(error?.code ?? 0), printed }),
    );
  });
}

describe('the command that proves the ledger', () => {
  const found: string[] = [];

  it('finds nothing in what was seeded', async () => {
    const { exitCode, printed } = await verify();
    expect(printed).toMatch(/\d+ accounts, .* 0 differences/);
    expect(exitCode).toBe(0);
  });

  /** Each is found beside those before it. */
  it.each([
    [
      'a balance',
      'UPDATE account SET balance_cents = balance_cents + 1 WHERE account_id IN (SELECT account_id FROM account LIMIT 1) RETURNING account_id AS id',
    ],
    [
      'what was paid of a charge',
      'UPDATE charge SET paid_cents = paid_cents - 1, closed_on = NULL WHERE charge_id IN (SELECT charge_id FROM charge WHERE paid_cents > 0 LIMIT 1) RETURNING charge_id AS id',
    ],
    [
      'what a payment paid',
      "UPDATE payment SET amount_cents = amount_cents + 1 WHERE key IN (SELECT key FROM payment WHERE state = 'settled' LIMIT 1) RETURNING key AS id",
    ],
  ])('finds %s that was altered by hand', async (_what, alter) => {
    const altered = await pool.query<{ id: string }>(alter);
    const ids = altered.rows.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    found.push(...ids);
    const { exitCode, printed } = await verify('--json');
    const report: LedgerReport = JSON.parse(printed);
    expect(report.differences.map(({ id }) => id).sort()).toEqual([...found].sort());
    expect(exitCode).toBe(1);
  });
});

describe('the ledger refuses', () => {
  const insertLines = async (debitCents: number, creditCents: number, ledgerAccount: string) => {
    const entryId = randomUUID();
    await pool.query(
      `INSERT INTO ledger_entry SELECT $1, guarantor_id, 'adjusted', now(), NULL FROM charge LIMIT 1`,
      [entryId],
    );
    return pool.query(
      `INSERT INTO ledger_line
       SELECT $1, number, ledger, account_id, charge_id, debit, credit
       FROM (SELECT charge.* FROM charge JOIN account USING (account_id) WHERE ledger = 'medical' LIMIT 1) AS charge,
         (VALUES (1, 'contractual_adjustment', $2::bigint, 0), (2, $4, 0, $3::bigint)) AS line (number, ledger, debit, credit)`,
      [entryId, debitCents, creditCents, ledgerAccount],
    );
  };

  it('an entry that does not balance', async () => {
    await expect(insertLines(100, 99, 'medical_receivable')).rejects.toThrow('does not balance');
  });

  it('money of one ledger on the other', async () => {
    const crossed = insertLines(100, 100, 'premium_receivable');
    await expect(crossed).rejects.toThrow('posted across accounts or ledgers');
  });

  it('any change of a line', async () => {
    for (const change of ['UPDATE ledger_line SET debit_cents = 1', 'DELETE FROM ledger_line']) {
      await expect(pool.query(change)).rejects.toThrow('never changed or deleted');
    }
  });
});
