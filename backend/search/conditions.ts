import { type RawBuilder, sql } from 'kysely';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { beginOfDay } from '#shared/calendar/begin-of-day.ts';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { SearchedBatch, SearchedException } from '#shared/search/payment-search.ts';

/** One condition on `payment_search`, which is called `found`. */
export type Condition = RawBuilder<boolean>;

/** Regions whose clocks agree, with the zone. */
const byZone = (scope: readonly RegionCode[]) =>
  [...new Set(scope.map(region => regions[region].timeZone))].map(
    timeZone => [timeZone, scope.filter(each => regions[each].timeZone === timeZone)] as const,
  );

/** Days in the zone of each payment's region: the widest span first, which an index can be asked for. */
export function takenBetween(
  from: CalendarDate | null,
  to: CalendarDate | null,
  scope: readonly RegionCode[],
): Condition[] {
  const spans = byZone(scope).map(([timeZone, codes]) => ({
    codes,
    begin: from && beginOfDay(from, timeZone),
    end: to && beginOfDay(addDays(to, 1), timeZone),
  }));
  const begins = spans.flatMap(({ begin }) => begin ?? []).sort();
  const ends = spans.flatMap(({ end }) => end ?? []).sort();
  const [first, last] = [begins[0], ends.at(-1)];
  const differs = new Set(begins).size > 1 || new Set(ends).size > 1;
  return [
    ...(first ? [sql<boolean>`taken_at >= ${first}`] : []),
    ...(last ? [sql<boolean>`taken_at < ${last}`] : []),
    ...(differs
      ? [
          sql<boolean>`(${sql.join(
            spans.map(
              ({ codes, begin, end }) => sql`region = ANY (${codes})
                ${begin ? sql`AND taken_at >= ${begin}` : sql``} ${end ? sql`AND taken_at < ${end}` : sql``}`,
            ),
            sql` OR `,
          )})`,
        ]
      : []),
  ];
}

/** The last business day by which a payment was to post that is late today. */
export function lateSince(today: CalendarDate): CalendarDate {
  let day = today;
  while (businessDaysAfter(day, organization.posting.traceAfterBusinessDays) > today) {
    day = addDays(day, -1);
  }
  return day;
}

/** Was to post, and has not after the days of the policy: those of the bank calendar, in the region's zone. */
function unposted(scope: readonly RegionCode[], now: number): Condition {
  const late = byZone(scope).map(([timeZone, codes]) => {
    const day = lateSince(dateIn(timeZone, instantOf(now)));
    return sql`(region = ANY (${codes}) AND key IN (SELECT payment.key FROM payment
      WHERE payment.state IN ('approved', 'originated') AND posting_on <= ${day}))`;
  });
  return sql`found.state IN ('approved', 'originated') AND (${sql.join(late, sql` OR `)})`;
}

const openException = (kind: string): Condition => sql`key IN (
  SELECT payment_key FROM ach_exception WHERE resolved_at IS NULL AND kind = ${kind})`;

/** What waits for somebody about a payment, as the lists of exceptions have it. */
export function waitsFor(
  exception: SearchedException,
  scope: readonly RegionCode[],
  now: number,
): Condition {
  switch (exception) {
    case 'unknown':
      return sql`found.state = 'unknown'`;
    case 'unposted':
      return unposted(scope, now);
    case 'returned':
      return openException('return');
    case 'notice':
      return openException('notice');
    case 'not_sent':
      return openException('not_sent');
    case 'paid_twice':
      return sql`found.state IN ('approved', 'originated', 'posted', 'settled', 'received')
        AND key IN (SELECT payment_key FROM payment_allocation WHERE unapplied_cents > 0)`;
    case 'overridden':
      return sql`key IN (SELECT payment_key FROM payment_override)`;
    case 'traced':
      return sql`key IN (SELECT payment_key FROM payment_trace WHERE closed_at IS NULL)`;
    case 'duplicate':
    case 'not_taken':
      return sql`key IN (SELECT unnest(ARRAY[payment_key, other_payment_key]) FROM exception_case
        WHERE resolved_at IS NULL AND kind = ${exception})`;
    case 'recording':
      return sql`key IN (SELECT payment.key FROM exception_case JOIN payment USING (guarantor_id)
        WHERE resolved_at IS NULL AND kind = 'recording' AND payment.call_id::text = subject)`;
    case 'record_locked':
      return sql`found.guarantor_id IN (SELECT guarantor_id FROM exception_case
        WHERE resolved_at IS NULL AND kind = 'record_locked')`;
  }
}

/** What went together: in a file for a bank, in one batch of it, or posted with a business day. */
export function wentIn(batch: SearchedBatch): Condition {
  if (batch.kind === 'card_posting') {
    return sql`key IN (SELECT payment_key FROM run_payment
      WHERE kind = 'card_posting' AND business_on = ${batch.postedOn})`;
  }
  const { fileId, batchNumber } = batch;
  return sql`key IN (SELECT payment_key FROM ach_entry
    WHERE file_id = ${fileId} AND (${batchNumber}::int IS NULL OR batch_number = ${batchNumber}))`;
}
