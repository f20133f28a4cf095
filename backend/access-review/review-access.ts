import { sql } from 'kysely';
import { addDays, instantOf } from '#shared/calendar/dates.ts';
import { isInWorkingYears } from '#shared/calendar/working-years.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { PatternKey } from '#shared/contract/access-review.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { looksOfDays } from './looks-of-days.ts';

export interface Reviewed {
  readonly reviewId: string;
  readonly key: PatternKey;
  readonly looks: number;
  readonly reason: string;
}

/** How many looks there are of what a key names, in the regions of whoever asks. */
async function looksOf(
  db: Database,
  { pattern, userId, subject, seenOn }: PatternKey,
  { user }: Person,
): Promise<number> {
  const lastDay = pattern === 'again_and_again' ? addDays(seenOn, 6) : seenOn;
  const { rows } = await sql<{ count: number }>`
    WITH ${looksOfDays(seenOn, lastDay, user.regions)}
    SELECT count(*)::int AS count FROM look
    WHERE user_id = ${userId} AND (${subject} = '' OR subject = ${subject})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Keeps that somebody looked at what stands out, and what they say of it; never of what they did themselves. */
export async function reviewAccess(
  db: Database,
  person: Person,
  { reviewId, key, looks, reason }: Reviewed,
  now: number,
): Promise<void> {
  const { user, workstationId } = person;
  const { pattern, userId, subject, seenOn } = key;
  if (userId === user.userId) throw new Refused('own_access');
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field: 'reason' });
  if (!isInWorkingYears(seenOn)) throw new Refused('not_found');
  // Of what nobody can have looked at yet, or only somebody in another region, nothing is ever said to be done.
  if (looks > (await looksOf(db, key, person))) throw new Refused('not_found');
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
