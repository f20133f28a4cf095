import { readStatement } from '#backend/arrivals/read-statement.ts';
import { takeStatement } from '#backend/arrivals/take-statement.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

export const today = '2026-11-17' as CalendarDate;
let entries = 0;

const blank = {
  statement_id: 'S-1117',
  booked_on: today as string,
  currency: 'USD',
  direction: 'credit',
  channel: 'wire',
  remitter: 'FIRST BANK',
  remittance: '',
};

export type Row = Partial<typeof blank> & { entry_id?: string; amount: string };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A statement as a bank would send it, each entry under a number of its own unless it has one. */
export function statement(...rows: Row[]): string {
  const whole = rows.map(row => {
    entries += 1;
    return { ...blank, entry_id: `E-${entries}`, ...row };
  });
  const [first = {}] = whole;
  return [
    Object.keys(first).join(','),
    ...whole.map(row =>
      Object.keys(first)
        .map(name => quoted(String(row[name as keyof typeof row])))
        .join(','),
    ),
    '',
  ].join('\r\n');
}

export function openDb({ databaseUrl }: TestBackend): Database {
  return connect(openPool(databaseUrl, 4));
}

/** Reads a statement and takes it at the backend's clock. */
export async function take(db: Database, backend: TestBackend, text: string) {
  const read = readStatement(text, dateIn('America/Los_Angeles', instantOf(backend.now())));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return takeStatement(db, read.entries, backend.now());
}

/** The payments that arrived, the newest last, each with its parts added up. */
export async function received(backend: TestBackend, guarantorId: string) {
  const { rows } = await backend.pool.query(
    `SELECT key, state, state_why AS why, method_kind AS method, reference, payment.amount_cents AS cents,
       sum(unapplied_cents)::bigint AS credit, count(*)::int AS parts, count(DISTINCT ledger)::int AS ledgers, min(ledger) AS ledger
     FROM payment JOIN payment_allocation ON payment_key = key JOIN charge USING (charge_id) JOIN account USING (account_id)
     WHERE payment.guarantor_id = $1 AND source = 'received'
     GROUP BY key ORDER BY key`,
    [guarantorId],
  );
  return rows;
}

/** What waits for a supervisor: which entry, and why. */
export async function waiting(backend: TestBackend) {
  const { rows } = await backend.pool.query(
    'SELECT entry_id AS entry, why, guarantor_id AS "guarantorId" FROM arrival WHERE payment_key IS NULL ORDER BY arrival_id',
  );
  return rows;
}
