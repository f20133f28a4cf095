import { sql } from 'kysely';
import type { SearchOrder } from '#shared/search/payment-search.ts';
import type { Condition } from './conditions.ts';

/** The column of each order; equal ones follow each other by time and key, so that a place is one place. */
export const columns: Readonly<Record<Exclude<SearchOrder, 'time'>, string>> = {
  amount: 'amount_cents',
  taker: 'taker',
  state: 'state',
  method: 'method_kind',
};

/** What is shown of a payment, and where it is read from. */
export const shown = sql`payment.key, payment.taken_at AS "takenAt", guarantor.region, payment.guarantor_id AS "guarantorId",
  full_name AS "guarantorName", user_account.name AS "takenByName", payment.state, payment.state_at AS "stateAt",
  payment_method(payment) AS method, payment.amount_cents AS "amountCents", confirmation`;

export const joined = sql`JOIN payment USING (key) JOIN guarantor ON guarantor.guarantor_id = payment.guarantor_id
  LEFT JOIN user_account ON user_id = taken_by`;

export const whereAll = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? sql`WHERE ${sql.join([...conditions], sql` AND `)}` : sql``;
