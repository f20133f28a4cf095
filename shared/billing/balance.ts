import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { BillPayNumber } from '../identifiers/bill-pay-number.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { Account } from './account.ts';
import { Charge } from './charge.ts';
import { Noted, nothingNoted } from './noted.ts';
import { Payment } from './payment.ts';

const Guarantor = z.object({
  guarantorId: GuarantorId,
  billPayNumber: BillPayNumber,
  name: z.string(),
  region: RegionCode,
  timeZone: z.string(),
  language: z.enum(['en', 'es']),
});

const Statement = z.object({
  statementNumber: z.string(),
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  totalCents: Cents,
});

const OpenPlan = z.object({
  planId: z.uuid(),
  months: z.int(),
  /** What is open of its next payment, or of the oldest that was missed. */
  instalmentCents: Cents,
  remainingCents: Cents,
  nextDueOn: CalendarDate,
});

const OpenDispute = z.object({ disputeId: z.uuid(), chargeId: z.uuid(), openedOn: CalendarDate });

const OpenApplication = z.object({
  applicationId: z.uuid(),
  programme: z.enum(['mfa', 'chc', 'pharmacy', 'community']),
  openedOn: CalendarDate,
});

/** Everything a verified caller may hear about a guarantor's bill, read in one go. */
export const Balance = z.object({
  guarantor: Guarantor,
  patients: z.array(z.object({ mrn: Mrn, name: z.string(), relationship: z.string() })),
  accounts: z.array(Account),
  /** Open charges, and those closed within the last 180 days. */
  charges: z.array(Charge),
  statements: z.array(Statement),
  /** The newest 20. */
  payments: z.array(Payment),
  plan: OpenPlan.nullable(),
  disputes: z.array(OpenDispute),
  applications: z.array(OpenApplication),
  /**
   * Paid beyond what was open, and to be refunded: no part of any account's balance. Null in a bill that was
   * put together from the desk's copy, which does not hold it.
   */
  creditCents: Cents.nullable(),
  /** A balance that was kept before anything was noted in it has nothing here. */
  noted: Noted.default(nothingNoted),
  asOf: Instant,
});
export type Balance = z.infer<typeof Balance>;
