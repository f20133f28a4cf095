import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { MirrorEntity } from '#shared/sync/mirror-rows.ts';

/** Where the rows of an entity come from. Columns have the names of `mirrorRows`, so that a row is JSON as it leaves the database. */
interface MirrorQuery {
  readonly table: string;
  readonly key: string;
  /** Of the key, in the database. */
  readonly keyType: 'text' | 'uuid';
  /** Of the row, in the contract: what an entry calls the row by. */
  readonly id: string;
  readonly columns: string;
  /** Which rows a desk keeps; `$since` is the day after which what is over is still shown. */
  readonly kept: string;
}

const instant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const mirrorQueries: Readonly<Record<MirrorEntity, MirrorQuery>> = {
  guarantor: {
    table: 'guarantor',
    key: 'guarantor_id',
    keyType: 'text',
    id: 'guarantorId',
    columns: `guarantor_id AS "guarantorId", bill_pay_number AS "billPayNumber", full_name AS name, region, language`,
    kept: 'true',
  },
  patient: {
    table: 'patient',
    key: 'mrn',
    keyType: 'text',
    id: 'mrn',
    columns: `mrn, guarantor_id AS "guarantorId", full_name AS name, name_key AS "nameKey", birth_date AS "birthDate",
      relationship, deceased_on IS NOT NULL AS "isDeceased", ${instant('locked_at')} AS "lockedAt"`,
    kept: 'true',
  },
  account: {
    table: 'account',
    key: 'account_id',
    keyType: 'uuid',
    id: 'accountId',
    columns: `account_id AS "accountId", account_number AS "accountNumber", guarantor_id AS "guarantorId", ledger, mrn,
      balance_cents AS "balanceCents", held_by IS NOT NULL AS held`,
    kept: 'true',
  },
  charge: {
    table: 'charge',
    key: 'charge_id',
    keyType: 'uuid',
    id: 'chargeId',
    columns: `charge_id AS "chargeId", guarantor_id AS "guarantorId", account_id AS "accountId", kind, description,
      serviced_on AS "servicedOn", statement_number AS "statementNumber", due_on AS "dueOn",
      billed_cents AS "billedCents", insurance, insurance_paid_cents AS "insurancePaidCents",
      adjusted_cents AS "adjustedCents", paid_cents AS "paidCents", open_cents AS "openCents"`,
    kept: '(closed_on IS NULL OR closed_on >= $since)',
  },
  statement: {
    table: 'statement',
    key: 'statement_number',
    keyType: 'text',
    id: 'statementNumber',
    columns: `statement_number AS "statementNumber", guarantor_id AS "guarantorId", issued_on AS "issuedOn",
      due_on AS "dueOn", total_cents AS "totalCents"`,
    kept: 'issued_on >= $since',
  },
  payment: {
    table: 'payment',
    key: 'key',
    keyType: 'uuid',
    id: 'key',
    columns: `key, guarantor_id AS "guarantorId", state,
      payment_method(payment) AS method,
      amount_cents AS "amountCents", coalesce((
        SELECT json_agg(json_build_object('chargeId', charge_id, 'amountCents', part.amount_cents) ORDER BY charge_id)
        FROM payment_allocation AS part WHERE part.payment_key = payment.key), '[]') AS allocations,
      ${instant('taken_at')} AS "takenAt", posting_on AS "postingOn", confirmation, decline`,
    kept: 'taken_at >= $since',
  },
  plan: {
    table: 'payment_plan',
    key: 'plan_id',
    keyType: 'uuid',
    id: 'planId',
    columns: `plan_id AS "planId", guarantor_id AS "guarantorId", months, instalment_cents AS "instalmentCents",
      remaining_cents AS "remainingCents", next_due_on AS "nextDueOn"`,
    kept: 'closed_on IS NULL',
  },
  dispute: {
    table: 'dispute',
    key: 'dispute_id',
    keyType: 'uuid',
    id: 'disputeId',
    columns: `dispute_id AS "disputeId", guarantor_id AS "guarantorId", charge_id AS "chargeId", opened_on AS "openedOn"`,
    kept: 'closed_on IS NULL',
  },
  application: {
    table: 'assistance_application',
    key: 'application_id',
    keyType: 'uuid',
    id: 'applicationId',
    columns: `application_id AS "applicationId", guarantor_id AS "guarantorId", programme, opened_on AS "openedOn"`,
    kept: "closed_on IS NULL AND state IS DISTINCT FROM 'draft'",
  },
};

/** The rows of an entity that a desk keeps and that meet `which`, as one JSON array. */
export function mirrorRowsWhere(
  entity: MirrorEntity,
  which: RawBuilder<unknown>,
  since: CalendarDate,
): RawBuilder<unknown> {
  const { table, columns, kept } = mirrorQueries[entity];
  const [left = '', right] = kept.split('$since');
  const bound =
    right === undefined ? sql.raw(left) : sql`${sql.raw(left)}${since}::date${sql.raw(right)}`;
  return sql`(SELECT coalesce(json_agg(kept_row), '[]') FROM (
    SELECT ${sql.raw(columns)} FROM ${sql.table(table)} WHERE ${which} AND ${bound}) AS kept_row)`;
}
