import { sql } from 'kysely';
import { OtherTry } from '#shared/billing/payment-history.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';

/** The first try at a debit and every other one, without the one that is asked about. */
export async function otherTries(db: Database, key: string): Promise<OtherTry[]> {
  const { rows } = await sql`
    SELECT other.key, other.retry_of IS NULL AS "isFirst", other.state, other.taken_at AS "takenAt", other.confirmation
    FROM payment JOIN payment AS other ON coalesce(payment.retry_of, payment.key) IN (other.key, other.retry_of)
    WHERE payment.key = ${key} AND other.key <> payment.key ORDER BY other.taken_at`.execute(db);
  return rows.map(row => OtherTry.parse(row));
}

/** The day of the try that is to follow a payment's return; null where none is to. */
export async function nextTryOn(db: Database, key: string): Promise<CalendarDate | null> {
  const { rows } = await sql<{ retryOn: CalendarDate }>`
    SELECT retry_on AS "retryOn" FROM ach_retry WHERE returned_key = ${key} AND state = 'waiting'`.execute(
    db,
  );
  return rows[0]?.retryOn ?? null;
}
