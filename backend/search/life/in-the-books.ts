import { sql } from 'kysely';
import { MOST_LOOKS, type PaymentLife } from '#shared/contract/payment-life.ts';
import type { Database } from '../../database/connect.ts';
import { only } from './on-the-call.ts';

/** Its entries in the ledger, each with its lines. */
export async function ledgerOf(db: Database, key: string): Promise<PaymentLife['ledger']> {
  const { rows } = await sql<PaymentLife['ledger'][number]>`
    SELECT event, entered_at AS "enteredAt", (
      SELECT jsonb_agg(jsonb_build_object('ledgerAccount', ledger_account, 'accountNumber', account_number,
        'description', description, 'debitCents', debit_cents, 'creditCents', credit_cents) ORDER BY line_number)
      FROM ledger_line LEFT JOIN account USING (account_id) LEFT JOIN charge USING (charge_id)
      WHERE ledger_line.entry_id = ledger_entry.entry_id
    ) AS lines
    FROM ledger_entry WHERE payment_key = ${key} ORDER BY entered_at, entry_id`.execute(db);
  return rows;
}

/** The file in which a debit went to its bank. */
export function batchOf(db: Database, key: string): Promise<PaymentLife['batch']> {
  return only(
    sql<NonNullable<PaymentLife['batch']>>`
      SELECT file_id AS "fileId", business_day AS "businessDay", id_modifier AS modifier, batch_number AS "batchNumber",
        sec_code AS "secCode", trace, settles_on AS "settlesOn", handed_over_at AS "handedOverAt",
        returned_at AS "returnedAt", return_code AS "returnCode"
      FROM ach_entry JOIN ach_file USING (file_id) WHERE payment_key = ${key}`.execute(db),
  );
}

/** What somebody had to do about it. */
export async function exceptionsOf(db: Database, key: string): Promise<PaymentLife['exceptions']> {
  const { rows } = await sql<PaymentLife['exceptions'][number]>`
    SELECT exception_case.kind, exception_case.about, reason, exception_case.opened_at AS "openedAt",
      exception_case.resolved_at AS "resolvedAt", resolved_why AS "resolvedWhy", name AS "resolvedByName",
      exception_case.resolution
    FROM exception_case LEFT JOIN ach_exception ON ach_exception.payment_key = exception_case.payment_key
        AND exception_id::text = subject
      LEFT JOIN user_account ON user_id = exception_case.resolved_by
    WHERE exception_case.payment_key = ${key} OR other_payment_key = ${key}
    ORDER BY exception_case.opened_at, case_id`.execute(db);
  return rows;
}

export async function runsOf(db: Database, key: string): Promise<PaymentLife['runs']> {
  const { rows } = await sql<PaymentLife['runs'][number]>`
    SELECT kind, business_on AS "businessOn" FROM run_payment WHERE payment_key = ${key}
    ORDER BY business_on, kind`.execute(db);
  return rows;
}

export function overrideOf(db: Database, key: string): Promise<PaymentLife['override']> {
  return only(
    sql<NonNullable<PaymentLife['override']>>`
      SELECT overridden_at AS at, name AS "byName", reason
      FROM payment_override JOIN user_account ON user_id = overridden_by WHERE payment_key = ${key}`.execute(
      db,
    ),
  );
}

/** Who looked at the payer, since it was taken. */
export async function looksOf(db: Database, key: string): Promise<PaymentLife['looks']> {
  const { rows } = await sql<PaymentLife['looks'][number]>`
    SELECT at, name, action, access_event.reason, access_event.call_id IS NOT DISTINCT FROM payment.call_id
      AND payment.call_id IS NOT NULL AS "onThisCall"
    FROM payment JOIN access_event USING (guarantor_id) JOIN user_account USING (user_id)
    WHERE key = ${key} AND (at >= taken_at OR access_event.call_id = payment.call_id)
    ORDER BY at DESC, event_id LIMIT ${MOST_LOOKS}`.execute(db);
  return rows;
}
