import { type RawBuilder, sql } from 'kysely';
import { businessDaysBetween } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { ExceptionCase } from '#shared/contract/exception-queue.ts';
import { countsBusinessDays, type ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';

/** What has no guarantor is everybody's, and so is money that nobody could match, whomever it names. */
export const within = (served: readonly RegionCode[]): RawBuilder<unknown> =>
  sql`(exception_case.guarantor_id IS NULL OR guarantor.region = ANY (${served}))`;

/** Every column of a row of the queue, of `exception_case` with its guarantor. */
export const caseRows = sql`
  SELECT case_id AS "caseId", exception_case.kind, about, exception_case.guarantor_id AS "guarantorId",
    guarantor.full_name AS "guarantorName", exception_case.payment_key AS "paymentKey",
    exception_case.amount_cents AS "amountCents", opened_at AS "openedAt", region, payment.posting_on AS "postingOn",
    owner, owned_at AS "ownedAt", owning.name AS "ownerName", resolved_at AS "resolvedAt", resolved_why AS "resolvedWhy",
    resolving.name AS "resolvedByName", resolution, subject
  FROM exception_case LEFT JOIN guarantor ON guarantor.guarantor_id = exception_case.guarantor_id
    LEFT JOIN payment ON payment.key = exception_case.payment_key
    LEFT JOIN user_account AS owning ON owning.user_id = owner
    LEFT JOIN user_account AS resolving ON resolving.user_id = resolved_by`;

export interface CaseRow {
  readonly caseId: string;
  readonly kind: ExceptionKind;
  readonly subject: string;
  readonly about: string | null;
  readonly guarantorId: string | null;
  readonly guarantorName: string | null;
  readonly paymentKey: string | null;
  readonly amountCents: number | null;
  readonly openedAt: Instant;
  readonly region: RegionCode | null;
  readonly postingOn: CalendarDate | null;
  readonly owner: string | null;
  readonly ownedAt: Instant | null;
  readonly ownerName: string | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedWhy: string | null;
  readonly resolvedByName: string | null;
  readonly resolution: string | null;
}

function businessDaysOf(row: CaseRow, now: number): number | null {
  if (!row.region || !countsBusinessDays(row.kind)) return null;
  const { timeZone } = regions[row.region];
  const from = row.kind === 'unposted' ? row.postingOn : dateIn(timeZone, row.openedAt);
  const until = dateIn(timeZone, row.resolvedAt ?? instantOf(now));
  return from === null ? null : businessDaysBetween(from, until);
}

/** A row as the queue shows it, its age by the calendar of its region. */
export function shownCase(row: CaseRow, now: number): ExceptionCase {
  const { owner, ownedAt, ownerName, resolvedAt, resolvedWhy, resolvedByName, resolution } = row;
  return ExceptionCase.parse({
    ...row,
    businessDays: businessDaysOf(row, now),
    owner: owner && { userId: owner, name: ownerName, since: ownedAt },
    resolved: resolvedAt && {
      at: resolvedAt,
      why: resolvedWhy,
      byName: resolvedByName,
      reason: resolution,
    },
  });
}
