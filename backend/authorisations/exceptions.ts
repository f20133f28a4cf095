import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { type ClosedException, ScheduledException } from '#shared/contract/authorisations.ts';
import { MOST_EXCEPTIONS } from '#shared/contract/exceptions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** What runs could not take by themselves, of guarantors in a supervisor's regions, the oldest first. */
export async function scheduledExceptions(
  db: Database,
  { user }: Person,
): Promise<ScheduledException[]> {
  const { rows } = await sql`
    SELECT payment_key AS key, exception.kind, opened_at AS "openedAt", authorisation_id AS "authorisationId",
      authorisation.guarantor_id AS "guarantorId", full_name AS "guarantorName", authorisation.state,
      amount_cents AS "amountCents", payment_method(payment) AS method, decline
    FROM authorisation_exception AS exception JOIN authorisation USING (authorisation_id)
      JOIN guarantor ON guarantor.guarantor_id = authorisation.guarantor_id JOIN payment ON payment.key = payment_key
    WHERE closed_at IS NULL AND region = ANY (${user.regions})
    ORDER BY opened_at, payment_key LIMIT ${MOST_EXCEPTIONS}`.execute(db);
  return rows.map(row => ScheduledException.parse(row));
}

/** Takes one off the list, once; whoever did it first stays on record. */
export async function closeException(
  db: Database,
  key: string,
  { user }: Person,
  now: number,
): Promise<ClosedException> {
  const { rows } = await sql<{ closedAt: Instant }>`
    UPDATE authorisation_exception AS exception
    SET closed_at = coalesce(closed_at, ${instantOf(now)}::timestamptz), closed_by = coalesce(closed_by, ${user.userId})
    FROM authorisation JOIN guarantor USING (guarantor_id)
    WHERE exception.payment_key = ${key} AND authorisation.authorisation_id = exception.authorisation_id
      AND region = ANY (${user.regions})
    RETURNING closed_at AS "closedAt"`.execute(db);
  const [closed] = rows;
  if (!closed) throw new Refused('payment_not_found');
  return { closedAt: closed.closedAt };
}
