import { z } from 'zod';

/** The accounts of the general ledger. Receivables are kept per patient account and charge. */
export const LedgerAccount = z.enum([
  'medical_receivable',
  'premium_receivable',
  'medical_revenue',
  'premium_revenue',
  'late_fee_revenue',
  'finance_charge_revenue',
  'contractual_adjustment',
  // What was awarded to guarantors who cannot pay; only ever of care.
  'charity_care',
  'insurance_clearing',
  'card_clearing',
  'ach_clearing',
  'cash_at_bank',
  'earlier_payments_clearing',
  // What is owed back to a guarantor: paid, and nothing was open any more that it could pay.
  'unapplied_credit',
]);
export type LedgerAccount = z.infer<typeof LedgerAccount>;

/** The two receivables, by the ledger of the account; money never crosses from one to the other. */
export const receivableOf = {
  medical: 'medical_receivable',
  premium: 'premium_receivable',
} as const satisfies Record<string, LedgerAccount>;
