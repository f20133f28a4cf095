import { sql } from 'kysely';
import { MOST_EXCEPTIONS, UnappliedCredit } from '#shared/contract/exceptions.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** What payments that stand took beyond what was open, payment by payment. */
const credits = sql`
  SELECT payment_key, sum(unapplied_cents)::bigint AS credit_cents
  FROM payment_allocation JOIN payment ON key = payment_key
  WHERE unapplied_cents > 0 AND state IN ('approved', 'originated', 'posted', 'settled', 'received')
  GROUP BY payment_key`;

/** Money of guarantors of these regions that is to be refunded, the oldest first. */
export async function unappliedCredits(
  db: Database,
  regions: readonly RegionCode[],
  most: number | null = MOST_EXCEPTIONS,
): Promise<UnappliedCredit[]> {
  const { rows } = await sql`
    SELECT key, guarantor_id AS "guarantorId", full_name AS "guarantorName", region, amount_cents AS "amountCents",
      credit_cents AS "creditCents", taken_at AS "takenAt", confirmation, posting_on AS "postingOn",
      payment_method(payment) AS method
    FROM (${credits}) AS credit JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
    WHERE region = ANY (${regions})
    ORDER BY taken_at, key LIMIT ${most}`.execute(db);
  return rows.map(row => UnappliedCredit.parse(row));
}

/** What is owed back to one guarantor, in cents. */
export async function creditOf(db: Database, guarantorId: string): Promise<Cents> {
  const { rows } = await sql<{ cents: Cents }>`
    SELECT coalesce(sum(credit_cents), 0)::bigint AS cents
    FROM (${credits}) AS credit JOIN payment ON key = payment_key
    WHERE guarantor_id = ${guarantorId}`.execute(db);
  return rows[0]?.cents as Cents;
}
