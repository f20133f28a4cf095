import { z } from 'zod';
import { ArrivingKind } from '#shared/billing/payment-method.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';

/**
 * The columns of an incoming bank statement as CSV (RFC 4180, UTF-8, a header line with exactly these names
 * in any order), as a bank's camt.053 or BAI2 is commonly flattened:
 *
 * - `statement_id`  the bank's number of the statement, 1 to 64 characters
 * - `entry_id`      the bank's number of the entry, unique within its statement, 1 to 64 characters
 * - `booked_on`     the day on which the bank booked it, `2026-11-20`
 * - `amount`        above zero, dollars and cents, `312.40`; no sign, no thousands separator
 * - `currency`      `USD`
 * - `direction`     `credit` (it came in) or `debit` (it went out: read, counted, left alone)
 * - `channel`       `wire`, `mail`, `in_person`, `online`, `app` or `bank_bill_pay`
 * - `remitter`      whoever sent it, at most 140 characters; may be empty
 * - `remittance`    what they wrote on it, at most 500 characters; may be empty
 */
export const StatementEntry = z.object({
  statement_id: z.string().trim().min(1).max(64),
  entry_id: z.string().trim().min(1).max(64),
  booked_on: CalendarDate,
  amount: z
    .string()
    .regex(/^\d{1,9}\.\d{2}$/)
    .refine(text => Number(text) > 0)
    .transform(text => cents(Number(text.replace('.', '')))),
  currency: z.literal('USD'),
  direction: z.enum(['credit', 'debit']),
  channel: ArrivingKind,
  remitter: z.string().trim().max(140),
  remittance: z.string().trim().max(500),
});
export type StatementEntry = z.output<typeof StatementEntry>;
export type StatementColumn = keyof StatementEntry;

export const statementColumns = Object.keys(StatementEntry.shape) as StatementColumn[];

/** What each column must hold, as it is said when it does not. */
export const columnMustBe: Readonly<Record<StatementColumn, string>> = {
  statement_id: 'must be the number of the statement, 1 to 64 characters',
  entry_id: 'must be the number of the entry, 1 to 64 characters',
  booked_on: 'must be a day such as 2026-11-20',
  amount: 'must be above zero, in dollars and cents such as 312.40',
  currency: 'must be USD',
  direction: 'must be credit or debit',
  channel: `must be one of ${ArrivingKind.options.join(', ')}`,
  remitter: 'must be at most 140 characters',
  remittance: 'must be at most 500 characters',
};
