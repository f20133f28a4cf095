import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { PatternKey } from '#shared/contract/access-review.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

export interface Reviewed {
  readonly reviewId: string;
  readonly key: PatternKey;
  readonly looks: number;
  readonly reason: string;
}

/** Keeps that somebody looked at what stands out, and what they say of it; never of what they did themselves. */
export async function reviewAccess(
  db: Database,
  { user, workstationId }: Person,
  { reviewId, key, looks, reason }: Reviewed,
  now: number,
): Promise<void> {
  const { pattern, userId, subject, seenOn } = key;
  if (userId === user.userId) throw new Refused('own_access');
  const { rows: known } = await sql`SELECT FROM user_account WHERE user_id = ${userId}`.execute(db);
  if (known.length === 0) throw new Refused('not_found');
  await sql`INSERT INTO access_review (review_id, pattern, user_id, subject, seen_on, looks, reviewed_by, workstation_id,
      reviewed_at, reason)
    VALUES (${reviewId}, ${pattern}, ${userId}, ${subject}, ${seenOn}, ${looks}, ${user.userId}, ${workstationId},
      ${instantOf(now)}, ${reason}) ON CONFLICT (review_id) DO NOTHING`.execute(db);
  const { rows: kept } =
    await sql`SELECT FROM access_review WHERE review_id = ${reviewId} AND pattern = ${pattern}
    AND user_id = ${userId} AND subject = ${subject} AND seen_on = ${seenOn} AND looks = ${looks} AND reason = ${reason}
    AND reviewed_by = ${user.userId}`.execute(db);
  if (kept.length === 0) throw new Refused('key_reused');
}
