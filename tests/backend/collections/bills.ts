import { randomUUID } from 'node:crypto';
import type { ChargeKind } from '#shared/billing/charge.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

export const day = (text: string) => text as CalendarDate;

export interface Bill {
  readonly guarantorId: string;
  readonly accountId: string;
  readonly chargeId: string;
  readonly statementNumber: string;
  readonly region: RegionCode;
}

export interface BillWanted {
  readonly dueOn: CalendarDate;
  readonly region?: RegionCode;
  /** 30 days before it is due where nothing is said. */
  readonly billedOn?: CalendarDate;
  readonly ledger?: 'medical' | 'premium';
  readonly kind?: ChargeKind;
  readonly insurance?: string;
  readonly language?: 'en' | 'es';
  /** Stands on the same statement and account. */
  readonly beside?: Bill;
}

export const OPEN_CENTS = 40_000;
let people = 0;

async function newGuarantor({ pool }: TestBackend, { region = 'CO', language = 'en' }: BillWanted) {
  people += 1;
  const number = people;
  const guarantorId = `99${String(number).padStart(7, '0')}`;
  const lives = ['1 Test Street', '80014', 'Aurora', regions[region].states[0], '3035550100'];
  await pool.query(
    `INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street, postal_code, city,
       state, phone, region, language)
     VALUES ($1, $2, 'Pat', 'Doe', '1970-01-01', $3, $4, $5, $6, $7, $8, $9)`,
    [guarantorId, String(7_990_000_000 + number), ...lives, region, language],
  );
  await pool.query(
    `INSERT INTO patient (mrn, guarantor_id, given_name, family_name, birth_date, street, postal_code, city, state, phone,
       relationship) VALUES ($1, $2, 'Pat', 'Doe', '1970-01-01', $3, $4, $5, $6, $7, 'self')`,
    [String(99_000_000 + number), guarantorId, ...lives],
  );
  return { guarantorId, mrn: String(99_000_000 + number), number };
}

async function newStatement(backend: TestBackend, wanted: BillWanted) {
  const { pool } = backend;
  const { dueOn, billedOn = addDays(dueOn, -30), ledger = 'medical', region = 'CO' } = wanted;
  const { guarantorId, mrn, number } = await newGuarantor(backend, wanted);
  const accountId = randomUUID();
  await pool.query(
    'INSERT INTO account (account_id, account_number, guarantor_id, mrn, ledger) VALUES ($1, $2, $3, $4, $5)',
    [accountId, `99-${String(number).padStart(6, '0')}`, guarantorId, mrn, ledger],
  );
  const statementNumber = `S-${guarantorId}-01`;
  await pool.query(
    'INSERT INTO statement (statement_number, guarantor_id, issued_on, due_on, total_cents) VALUES ($1, $2, $3, $4, $5)',
    [statementNumber, guarantorId, billedOn, dueOn, OPEN_CENTS],
  );
  return { guarantorId, accountId, statementNumber, region };
}

/** A bill of 400.00 of somebody who has no other, with its lines in the ledger. */
export async function billed(backend: TestBackend, wanted: BillWanted): Promise<Bill> {
  const { pool } = backend;
  const { dueOn, ledger = 'medical', kind = 'facility', insurance = 'paid' } = wanted;
  const on = wanted.beside ?? (await newStatement(backend, wanted));
  const { guarantorId, accountId, statementNumber, region } = on;
  const chargeId = randomUUID();
  await pool.query(
    `INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, statement_number, due_on,
       billed_cents, insurance) VALUES ($1, $2, $3, $4, 'Emergency department', $5, $6, $7, $8, $9)`,
    [
      chargeId,
      accountId,
      guarantorId,
      kind,
      addDays(dueOn, -60),
      statementNumber,
      dueOn,
      OPEN_CENTS,
      insurance,
    ],
  );
  const event = ledger === 'premium' ? 'premium_billed' : 'charge_billed';
  const lines = linesOf(event, [{ accountId, chargeId, ledger, amountCents: cents(OPEN_CENTS) }]);
  await pool.query('SELECT enter_lines($1, $2, $3, $4, now())', [
    randomUUID(),
    guarantorId,
    event,
    JSON.stringify(lines),
  ]);
  await pool.query('UPDATE account SET balance_cents = balance_cents + $2 WHERE account_id = $1', [
    accountId,
    OPEN_CENTS,
  ]);
  return { guarantorId, accountId, chargeId, statementNumber, region };
}

/** What was noted of a charge, oldest first. */
export async function stepsOf({ pool }: TestBackend, { chargeId }: Bill) {
  const { rows } = await pool.query(
    `SELECT step, happened_on::text AS on, why FROM collections_step WHERE charge_id = $1
     ORDER BY happened_on, array_position('{past_due,late_fee,referral,extraordinary_action,service_hold}'::text[], step)`,
    [chargeId],
  );
  return rows.map(({ step, on, why }) => [step, on, ...(why ? [why] : [])].join(' '));
}

/** The late fee that was billed on the account of a bill, as a bill of its own. */
export async function feeOf(
  { pool }: TestBackend,
  bill: Bill,
): Promise<Bill & { dueOn: CalendarDate }> {
  const { rows } = await pool.query(
    `SELECT charge_id AS "chargeId", due_on::text AS "dueOn" FROM charge WHERE account_id = $1 AND kind = 'late_fee'`,
    [bill.accountId],
  );
  const [fee, ...others] = rows;
  if (!fee || others.length > 0) throw new Error(`There are ${rows.length} fees and not one.`);
  return { ...bill, ...fee };
}

/** The late fees on the account of a bill, in cents. */
export async function feesOf({ pool }: TestBackend, { accountId }: Bill): Promise<number[]> {
  const { rows } = await pool.query(
    `SELECT billed_cents::int AS cents FROM charge WHERE account_id = $1 AND kind = 'late_fee'`,
    [accountId],
  );
  return rows.map(({ cents: amount }) => amount);
}
