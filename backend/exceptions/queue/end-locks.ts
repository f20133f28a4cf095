import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';

/**
 * Ends what is told of a locked sign-in once its half hour is over, as of that moment: nobody has tried since, or the
 * try would have ended it. Nothing happens twice, whoever asks.
 */
export async function endLocks(db: Database, now: number): Promise<void> {
  await sql`
    SELECT close_exception('sign_in_locked', user_id, 'lock_ended', NULL, NULL, locked_until)
    FROM exception_case JOIN user_account ON user_id = subject
    WHERE kind = 'sign_in_locked' AND resolved_at IS NULL AND locked_until <= ${instantOf(now)}`.execute(
    db,
  );
}
