import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { type Others, othersAmong, standsOut } from '#shared/access-review/more-than-others.ts';
import { accessReviewPolicy } from '#shared/access-review/policy.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import {
  type ListedPattern,
  MOST_PATTERNS,
  type PatternKey,
} from '#shared/contract/access-review.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { type Found, findPatterns } from './find-patterns.ts';
import { looksOfDays } from './looks-of-days.ts';
import { refuseOddDays } from './zones.ts';

const nobodyElse: Others = { middle: null, colleagues: 0 };

const nameOf = ({ pattern, userId, subject, seenOn }: PatternKey) =>
  [pattern, userId, subject, seenOn].join('|');

const mondayOf = (date: CalendarDate) => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

type Review = NonNullable<ListedPattern['review']> & PatternKey;

/**
 * The latest review of each thing that stood out in these days. What is about nobody in particular was counted over the
 * regions of whoever reviewed it: it is done for those alone who serve no other.
 */
async function reviewsOf(
  db: Database,
  from: CalendarDate,
  scope: readonly RegionCode[],
): Promise<Map<string, Review>> {
  const { rows } = await sql<Review>`
    SELECT pattern, access_review.user_id AS "userId", subject, seen_on AS "seenOn", looks, name AS "byName",
      reviewed_at AS at, reason
    FROM access_review JOIN user_account ON user_account.user_id = reviewed_by
    WHERE seen_on >= ${from} AND (subject <> '' OR regions @> ${scope}::text[])
    ORDER BY reviewed_at`.execute(db);
  return new Map(rows.map(row => [nameOf(row), row]));
}

async function namesOf(db: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ userId: string; name: string }>`
    SELECT user_id AS "userId", name FROM user_account`.execute(db);
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

const isDone = ({ review, looks }: ListedPattern) => review !== null && review.looks >= looks;

/** What waits for somebody first, then the latest. */
const inOrder = (one: ListedPattern, other: ListedPattern) =>
  Number(isDone(one)) - Number(isDone(other)) ||
  other.key.seenOn.localeCompare(one.key.seenOn) ||
  nameOf(one.key).localeCompare(nameOf(other.key));

/** What stands out among the looks of these days, in the regions of whoever asks. */
export async function readPatterns(
  db: Database,
  { user }: Person,
  asked: { readonly from: CalendarDate; readonly to: CalendarDate },
  most = MOST_PATTERNS,
) {
  const { to } = asked;
  refuseOddDays(asked.from, to);
  const longest = addDays(to, 1 - accessReviewPolicy.days.most);
  const from = asked.from > longest ? asked.from : longest;
  const looks = looksOfDays(mondayOf(from), to, user.regions);
  const { found, withoutCall } = await findPatterns(db, looks, from, to);
  const othersOf = othersAmong(withoutCall);
  const many = withoutCall.filter(day => standsOut(day, othersOf));
  const [reviews, names] = [await reviewsOf(db, mondayOf(from), user.regions), await namesOf(db)];
  const listed = [...found, ...many].map((each: Found): ListedPattern => {
    const { pattern, userId, subject, seenOn, subjectName, looks: count, patients } = each;
    const key = { pattern, userId, subject, seenOn };
    const { middle, colleagues } = pattern === 'without_call' ? othersOf(each) : nobodyElse;
    const review = reviews.get(nameOf(key));
    return {
      key,
      userName: names.get(userId) ?? userId,
      subjectName,
      looks: count,
      patients,
      others: middle,
      colleagues,
      nameParts: [...(each.nameParts ?? [])],
      firstAt: each.firstAt,
      lastAt: each.lastAt,
      hours: each.hours,
      isOwn: userId === user.userId,
      review: review
        ? { byName: review.byName, at: review.at, reason: review.reason, looks: review.looks }
        : null,
    };
  });
  const patterns = listed.toSorted(inOrder);
  return {
    patterns: patterns.slice(0, most),
    more: Math.max(0, patterns.length - most),
    from,
  };
}
