import { type RawBuilder, sql } from 'kysely';
import { familyNameParts, familyPartsOfName } from '#shared/access-review/family-names.ts';
import { accessReviewPolicy } from '#shared/access-review/policy.ts';
import { bankHolidays } from '#shared/calendar/bank-holidays.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AccessPattern } from '#shared/contract/access-review.ts';
import type { Database } from '../database/connect.ts';

/** Something that stands out, before it is known whether anybody has looked at it. */
export interface Found {
  readonly pattern: AccessPattern;
  readonly userId: string;
  readonly role: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly familyName: string | null;
  readonly seenOn: CalendarDate;
  readonly looks: number;
  readonly patients: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly hours: 'weekend' | 'holiday' | 'early_or_late' | null;
  readonly nameParts: readonly string[];
}

const counted = sql`count(*)::int AS looks, count(DISTINCT subject)::int AS patients,
  to_char(min(clock), 'HH24:MI') AS "firstAt", to_char(max(clock), 'HH24:MI') AS "lastAt"`;
const nobody = sql`'' AS subject, NULL::text AS "subjectName", NULL::text AS "familyName"`;
const one = sql`subject, min(subject_name) AS "subjectName", min(family_name) AS "familyName"`;
const anyHour = sql`NULL::text AS hours`;
const seen = (pattern: AccessPattern, on: RawBuilder<unknown>) =>
  sql`${pattern}::text AS pattern, user_id AS "userId", min(role) AS role, ${on} AS "seenOn"`;

/** Looks before or after the hours, at weekends and on holidays; a day of somebody's is one. */
function afterHours(from: CalendarDate, to: CalendarDate): RawBuilder<unknown> {
  const { opens, closes } = accessReviewPolicy.afterHours;
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const holidays = [...new Set(years)].flatMap(year => bankHolidays(year));
  return sql`
    SELECT ${seen('after_hours', sql`day`)}, ${nobody}, ${counted}, min(hours) AS hours
    FROM (SELECT *, CASE WHEN extract(isodow FROM day) > 5 THEN 'weekend' WHEN day = ANY (${holidays}::date[]) THEN 'holiday'
        WHEN clock < ${opens}::time OR clock >= ${closes}::time THEN 'early_or_late' END AS hours FROM look) AS outside
    WHERE hours IS NOT NULL AND day >= ${from} GROUP BY user_id, day`;
}

/** How many looks without a call somebody had on each day. */
const withoutCall = (from: CalendarDate): RawBuilder<unknown> => sql`
    SELECT ${seen('without_call', sql`day`)}, ${nobody}, ${counted}, ${anyHour}
    FROM look WHERE without_call AND day >= ${from} GROUP BY user_id, day`;

/** The same person again and again in a week, without a call. */
const againAndAgain = (): RawBuilder<unknown> => sql`
    SELECT ${seen('again_and_again', sql`date_trunc('week', day)::date`)}, ${one}, ${counted}, ${anyHour}
    FROM look WHERE without_call GROUP BY user_id, subject, date_trunc('week', day)
    HAVING count(*) >= ${accessReviewPolicy.againAndAgain.fewest}`;

type Parts = ReadonlyMap<string, readonly string[]>;

/** The parts of everybody's family name who looks. */
async function partsOfUsers(db: Database): Promise<Parts> {
  const { rows } = await sql<{ userId: string; name: string }>`
    SELECT user_id AS "userId", name FROM user_account`.execute(db);
  return new Map(rows.map(({ userId, name }) => [userId, familyPartsOfName(name)]));
}

/** Whoever may share a part of their family name with whom they looked at: whose name holds its letters. */
function familyName(partsOf: Parts, from: CalendarDate): RawBuilder<unknown>[] {
  const pairs = [...partsOf].flatMap(([user, parts]) =>
    parts.map(part => sql`(${user}::text, ${part}::text)`),
  );
  if (pairs.length === 0) return [];
  return [
    sql`
    SELECT ${seen('family_name', sql`day`)}, ${one}, ${counted}, ${anyHour}
    FROM look WHERE day >= ${from} AND EXISTS (
      SELECT FROM (VALUES ${sql.join(pairs)}) AS named (by_user, part)
      WHERE by_user = user_id AND strpos(coalesce(look.name_key, name_key(subject_name)), part) > 0)
    GROUP BY user_id, subject, day`,
  ];
}

/** Whether the letters in common are a part of both names. */
function sharing(row: Found, partsOf: Parts): Found[] {
  const own = partsOf.get(row.userId) ?? [];
  const nameParts = familyNameParts(row.familyName ?? '').filter(part => own.includes(part));
  return nameParts.length > 0 ? [{ ...row, nameParts }] : [];
}

/** What stands out among looks: in a week as a whole, in each day from `from` on. The looks are gone through once. */
export async function findPatterns(
  db: Database,
  looks: RawBuilder<unknown>,
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ readonly found: Found[]; readonly withoutCall: Found[] }> {
  const partsOf = await partsOfUsers(db);
  const kinds = [
    afterHours(from, to),
    againAndAgain(),
    ...familyName(partsOf, from),
    withoutCall(from),
  ];
  const { rows } = await sql<Found>`WITH ${looks} ${sql.join(kinds, sql` UNION ALL `)}`.execute(db);
  const found = rows.filter(({ pattern }) => pattern !== 'without_call');
  return {
    found: found.flatMap(row => (row.pattern === 'family_name' ? sharing(row, partsOf) : [row])),
    withoutCall: rows.filter(({ pattern }) => pattern === 'without_call'),
  };
}
