import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ReportLine } from '#backend/processor/messages.ts';
import { businessDaysBefore } from '#shared/calendar/bank-calendar.ts';
import { businessWindow } from '#shared/calendar/business-window.ts';
import { cardsPostedBy } from '#shared/calendar/card-settlement.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Fault } from './faults.ts';

const batchOf = (merchant: RegionCode, day: CalendarDate) =>
  `${merchant}-${day.replaceAll('-', '')}`;

/** What was captured on this day is paid out on `day`. */
function capturedFor(day: CalendarDate): CalendarDate {
  return businessDaysBefore(cardsPostedBy(day), organization.posting.phonePaymentBusinessDays);
}

/**
 * The processor's own record of a merchant's day. What was captured makes a batch, which closes with the day's
 * cut-off and is paid out as a whole once it has posted and settled; refunds go out by themselves.
 */
export async function reportOf(
  pool: pg.Pool,
  merchant: RegionCode,
  day: CalendarDate,
): Promise<ReportLine[]> {
  const { timeZone } = regions[merchant];
  const paidFor = capturedFor(day);
  const [today, paid] = [businessWindow(timeZone, day), businessWindow(timeZone, paidFor)];
  const { rows } = await pool.query<ReportLine>(
    `SELECT 'captured' AS what, key, amount_cents AS "amountCents", $6 AS batch FROM sandbox_processor.attempt
     WHERE outcome = 'approved' AND merchant = $1 AND answered_at >= $2 AND answered_at < $3
     UNION ALL
     SELECT 'voided', key, amount_cents, $6 FROM sandbox_processor.attempt
     WHERE merchant = $1 AND voided_at >= $2 AND voided_at < $3
     UNION ALL
     SELECT 'settled', key, amount_cents, $7 FROM sandbox_processor.attempt
     WHERE outcome = 'approved' AND merchant = $1 AND answered_at >= $4 AND answered_at < $5 AND voided_at IS NULL
     UNION ALL
     SELECT 'refunded', payment_key, refund.amount_cents, $6 FROM sandbox_processor.refund
       JOIN sandbox_processor.attempt ON key = payment_key
     WHERE refund.outcome = 'refunded' AND merchant = $1 AND refund.answered_at >= $2 AND refund.answered_at < $3`,
    [
      merchant,
      today.from,
      today.until,
      paid.from,
      paid.until,
      batchOf(merchant, day),
      batchOf(merchant, paidFor),
    ],
  );
  return rows;
}

/** A report with what it was told to get wrong. */
export function spoilt(lines: readonly ReportLine[], fault: Fault | undefined): ReportLine[] {
  const at = lines.findIndex(({ what }) => fault?.line === undefined || what === fault.line);
  const line = lines[at];
  if (!(fault && line)) return [...lines];
  switch (fault.kind) {
    case 'missing_line':
      return lines.toSpliced(at, 1);
    case 'other_amount':
      return lines.with(at, { ...line, amountCents: cents(line.amountCents - 1) });
    case 'unknown_line':
      return [...lines, { ...line, key: randomUUID() }];
    default:
      return [...lines];
  }
}
