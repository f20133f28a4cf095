import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';

/** Keeps what was done about an exception, once, and by whom; nobody has to call about it any more. */
export async function resolveException(
  trx: Database,
  id: string,
  { user }: Person,
  reason: string,
  now: number,
): Promise<void> {
  const at = instantOf(now);
  await sql`
    UPDATE ach_exception SET resolved_at = ${at}, resolved_by = ${user.userId}, resolution = ${reason}
    WHERE exception_id = ${id} AND resolved_at IS NULL`.execute(trx);
  await sql`
    UPDATE ach_follow_up SET done_at = ${at} WHERE exception_id = ${id} AND done_at IS NULL`.execute(
    trx,
  );
}
