import { expect } from 'vitest';
import type { ProblemCode } from '#shared/contract/problem.ts';
import { problems } from '#shared/words/en/problems.ts';
import type { Answer } from '#tests/support/backend-client.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const tables = [
  'payment',
  'payment_allocation',
  'charge',
  'account',
  'ledger_entry',
  'ledger_line',
  'bank_account',
  'tel_authorisation',
  'stored_method',
  'authorisation',
  'authorisation_event',
  'scheduled_payment',
  'refund',
  'ach_file',
  'ach_entry',
  'blocked_bank_account',
  'ach_follow_up',
];

/** What stands in every table that a payment may touch, as one digest for each. */
export async function moneyKept({ pool }: TestBackend): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await pool.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(each::text, '' ORDER BY each::text)), '') AS digest
       FROM ${table} AS each`,
    );
    kept[table] = rows[0].digest;
  }
  return kept;
}

/** Holds an answer to be a refusal by this code, in one sentence that can be read to a caller. */
export function expectRefusal(answer: Answer<unknown>, code: ProblemCode): void {
  expect(answer).toMatchObject({ ok: false, problem: { code, detail: problems[code] } });
  expect(problems[code]).toMatch(/^[A-Z][^\n]+\.$/);
}
