import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { ScheduledException } from '#shared/contract/authorisations.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** What runs could not take by themselves, of guarantors in a supervisor's regions, the oldest first. Only this one, where a key is given. */
export async function scheduledExceptions(
  db: Database,
  { user }: Person,
  only: string | null = null,
): Promise<ScheduledException[]> {
  const { rows } = await sql`
    SELECT payment_key AS key, exception.kind, opened_at AS "openedAt", authorisation_id AS "authorisationId",
      authorisation.guarantor_id AS "guarantorId", full_name AS "guarantorName", authorisation.state,
      amount_cents AS "amountCents", payment_method(payment) AS method, decline
    FROM authorisation_exception AS exception JOIN authorisation USING (authorisation_id)
      JOIN guarantor ON guarantor.guarantor_id = authorisation.guarantor_id JOIN payment ON payment.key = payment_key
    WHERE closed_at IS NULL AND (${only}::uuid IS NULL OR payment_key = ${only}) AND region = ANY (${user.regions})
    ORDER BY opened_at, payment_key`.execute(db);
  return rows.map(row => ScheduledException.parse(row));
}

/** Those of a payment, locked in one order: before the case of the queue that ends with them. */
export async function lockExceptions(trx: Database, key: string): Promise<void> {
  await sql`SELECT FROM authorisation_exception WHERE payment_key = ${key}
    ORDER BY authorisation_id, occurrence, kind FOR NO KEY UPDATE`.execute(trx);
}

/** Takes one off the list, once; whoever did it first stays on record. */
export async function closeException(
  db: Database,
  key: string,
  { user }: Person,
  now: number,
): Promise<void> {
  await sql`
    UPDATE authorisation_exception AS exception
    SET closed_at = coalesce(closed_at, ${instantOf(now)}::timestamptz), closed_by = coalesce(closed_by, ${user.userId})
    FROM authorisation JOIN guarantor USING (guarantor_id)
    WHERE exception.payment_key = ${key} AND authorisation.authorisation_id = exception.authorisation_id
      AND region = ANY (${user.regions})`.execute(db);
}
