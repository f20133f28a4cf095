import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';

/**
 * How often a payment that came back for want of funds may still be tried: at most twice within 180 days,
 * over all of its tries; none for any other. A try is a payment whose `retry_of` is the first one.
 */
export async function retriesLeft(db: Database, key: string, today: CalendarDate): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    SELECT ach_retries_left(coalesce(retry_of, key), ${today}) AS left FROM payment
    WHERE key = ${key}`.execute(db);
  return rows[0]?.left ?? 0;
}
