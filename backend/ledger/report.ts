import type pg from 'pg';
import { connect } from '../database/connect.ts';
import { alteredDays } from '../reconciliation/prove-days.ts';
import { ledgerChecks } from './checks.ts';

/** Rows shown of each check; a broken ledger may have millions. */
const MOST_SHOWN = 100;

export interface LedgerDifference {
  readonly check: string;
  readonly id: string;
  readonly expectedCents: number;
  readonly foundCents: number;
}

export interface LedgerReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly checks: number;
  /** At most a hundred of each check. */
  readonly differences: readonly LedgerDifference[];
}

async function countsOf(client: pg.ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query(`SELECT
    (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM charge) AS charges,
    (SELECT count(*) FROM payment) AS payments, (SELECT count(*) FROM ledger_entry) AS entries,
    (SELECT count(*) FROM ledger_line) AS lines`);
  return rows[0];
}

async function provenAtOnce(pool: pg.Pool): Promise<LedgerReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const counts = await countsOf(client);
    const differences: LedgerDifference[] = [];
    for (const { name, sql } of ledgerChecks) {
      const { rows } = await client.query(`${sql} LIMIT ${MOST_SHOWN}`);
      for (const { id, expected, found } of rows) {
        differences.push({ check: name, id, expectedCents: expected, foundCents: found });
      }
    }
    return { counts, checks: ledgerChecks.length, differences };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/**
 * Holds every balance and every payment against the ledger's lines, all at the same instant, and every closed day
 * against what was signed of it; nothing may be added to one, so it needs no instant.
 */
export async function ledgerReport(pool: pg.Pool): Promise<LedgerReport> {
  const { counts, checks, differences } = await provenAtOnce(pool);
  const altered = (await alteredDays(connect(pool)))
    .slice(0, MOST_SHOWN)
    .map(each => ({ check: 'each closed day is what was signed', ...each }));
  return { counts, checks: checks + 1, differences: [...differences, ...altered] };
}
