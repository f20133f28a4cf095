import { sql } from 'kysely';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { retryDay } from '#shared/returns/retry-day.ts';
import type { Database } from '../../database/connect.ts';

/**
 * Writes down that a debit which came back on `today` is tried again, where a run took it under an
 * authorisation that still stands; once. False for any other: a debit that was agreed to for one time says
 * nothing of another try, so that a person asks again.
 */
export async function planRetry(
  trx: Database,
  key: string,
  today: CalendarDate,
  now: number,
): Promise<boolean> {
  const retryOn = retryDay(today);
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO ach_retry (returned_key, first_key, authorisation_id, occurrence, retry_on, state, state_at)
    SELECT key, coalesce(retry_of, key), authorisation_id, occurrence, ${retryOn}, 'waiting', ${instantOf(now)}
    FROM payment JOIN scheduled_attempt ON payment_key = key JOIN authorisation USING (authorisation_id)
    WHERE key = ${key} AND authorisation.state = 'active'
      AND ach_retries_left(coalesce(retry_of, key), ${retryOn}) > 0
    ON CONFLICT DO NOTHING`.execute(trx);
  return numAffectedRows > 0n;
}
