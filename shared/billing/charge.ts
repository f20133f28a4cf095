import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';

/** The kinds of line on a statement, after the organization's published guides. */
export const ChargeKind = z.enum([
  'office_visit',
  'procedure',
  'facility',
  'laboratory',
  'imaging',
  'prescription',
  'premium',
  'copay',
  'coinsurance',
  'deductible',
  'late_fee',
  'finance_charge',
  'adjustment',
]);
export type ChargeKind = z.infer<typeof ChargeKind>;

export const InsuranceStanding = z.enum(['none', 'pending', 'paid', 'denied']);
export type InsuranceStanding = z.infer<typeof InsuranceStanding>;

/** One line a guarantor owes, or owed. `openCents` is what is left of it, derived from the ledger. */
export const Charge = z.object({
  chargeId: z.uuid(),
  accountId: z.uuid(),
  kind: ChargeKind,
  description: z.string(),
  servicedOn: CalendarDate,
  statementNumber: z.string().nullable(),
  /** Null until it stands on a statement. */
  dueOn: CalendarDate.nullable(),
  billedCents: Cents,
  insurance: InsuranceStanding,
  insurancePaidCents: Cents,
  adjustedCents: Cents,
  paidCents: Cents,
  openCents: Cents,
  disputed: z.boolean(),
});
export type Charge = z.infer<typeof Charge>;
