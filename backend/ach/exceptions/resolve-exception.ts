import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';

interface Resolution {
  readonly resolvedAt: Instant;
  readonly byName: string;
  readonly reason: string;
}

/**
 * Keeps what was done about an exception, and by whom; again changes nothing and tells of the first time. Within the
 * caller's transaction.
 */
export async function resolveException(
  trx: Database,
  id: string,
  person: Person,
  reason: string,
  now: number,
): Promise<Resolution> {
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field: 'reason' });
  const { userId, regions } = person.user;
  await sql`
      UPDATE ach_exception SET resolved_at = ${instantOf(now)}, resolved_by = ${userId}, resolution = ${reason}
      WHERE exception_id = ${id} AND resolved_at IS NULL AND (guarantor_id IS NULL
        OR guarantor_id IN (SELECT guarantor_id FROM guarantor WHERE region = ANY (${regions})))`.execute(
    trx,
  );
  const { rows } = await sql<Resolution>`
      SELECT resolved_at AS "resolvedAt", name AS "byName", resolution AS reason
      FROM ach_exception JOIN user_account ON user_id = resolved_by LEFT JOIN guarantor USING (guarantor_id)
      WHERE exception_id = ${id} AND (guarantor_id IS NULL OR region = ANY (${regions}))`.execute(
    trx,
  );
  const [resolution] = rows;
  if (!resolution) throw new Refused('exception_not_found');
  await sql`
      UPDATE ach_follow_up SET done_at = ${instantOf(now)} WHERE exception_id = ${id} AND done_at IS NULL`.execute(
    trx,
  );
  return resolution;
}
