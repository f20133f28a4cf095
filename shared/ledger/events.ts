import { z } from 'zod';
import type { LedgerKind } from '../billing/account.ts';
import type { Cents } from '../money/cents.ts';
import { type LedgerAccount, receivableOf } from './chart.ts';

/** The business events that write ledger lines. */
export const LedgerEvent = z.enum([
  'charge_billed',
  'premium_billed',
  'late_fee_billed',
  'late_fee_waived',
  'finance_charge_billed',
  'insurance_paid',
  'adjusted',
  'assistance_awarded',
  'earlier_payment',
  'card_payment_approved',
  'card_payment_voided',
  'card_payment_settled',
  'card_payment_refunded',
  'ach_payment_approved',
  'ach_payment_voided',
  'ach_payment_settled',
  'ach_payment_refunded',
  'ach_returned_unsettled',
  'ach_returned_settled',
  'payment_received',
  'received_payment_refunded',
  'credit_applied',
]);
export type LedgerEvent = z.infer<typeof LedgerEvent>;

type Side = LedgerAccount | 'receivable';

/**
 * Which account each event debits and which it credits; `receivable` is the one of the account's ledger.
 * Where a payment finds less open than it pays, the database puts the rest on `unapplied_credit` instead
 * of the receivable, and takes it from there when it is voided, returned or given back.
 */
export const ledgerEvents: Readonly<Record<LedgerEvent, { debit: Side; credit: Side }>> = {
  charge_billed: { debit: 'receivable', credit: 'medical_revenue' },
  premium_billed: { debit: 'receivable', credit: 'premium_revenue' },
  late_fee_billed: { debit: 'receivable', credit: 'late_fee_revenue' },
  late_fee_waived: { debit: 'late_fee_revenue', credit: 'receivable' },
  finance_charge_billed: { debit: 'receivable', credit: 'finance_charge_revenue' },
  insurance_paid: { debit: 'insurance_clearing', credit: 'receivable' },
  adjusted: { debit: 'contractual_adjustment', credit: 'receivable' },
  assistance_awarded: { debit: 'charity_care', credit: 'receivable' },
  earlier_payment: { debit: 'earlier_payments_clearing', credit: 'receivable' },
  card_payment_approved: { debit: 'card_clearing', credit: 'receivable' },
  card_payment_voided: { debit: 'receivable', credit: 'card_clearing' },
  card_payment_settled: { debit: 'cash_at_bank', credit: 'card_clearing' },
  card_payment_refunded: { debit: 'receivable', credit: 'card_clearing' },
  ach_payment_approved: { debit: 'ach_clearing', credit: 'receivable' },
  ach_payment_voided: { debit: 'receivable', credit: 'ach_clearing' },
  ach_payment_settled: { debit: 'cash_at_bank', credit: 'ach_clearing' },
  ach_payment_refunded: { debit: 'receivable', credit: 'ach_clearing' },
  ach_returned_unsettled: { debit: 'receivable', credit: 'ach_clearing' },
  ach_returned_settled: { debit: 'receivable', credit: 'cash_at_bank' },
  payment_received: { debit: 'cash_at_bank', credit: 'receivable' },
  received_payment_refunded: { debit: 'receivable', credit: 'cash_at_bank' },
  credit_applied: { debit: 'unapplied_credit', credit: 'receivable' },
};

/** What one event moves on one charge. */
export interface LedgerPart {
  readonly accountId: string;
  readonly chargeId: string;
  readonly ledger: LedgerKind;
  readonly amountCents: Cents;
}

/** One line: exactly one of the two sides is above zero. Every line names the charge it belongs to. */
export interface LedgerLine {
  readonly ledgerAccount: LedgerAccount;
  readonly accountId: string;
  readonly chargeId: string;
  readonly debitCents: number;
  readonly creditCents: number;
}

/** The balanced lines an event writes: for each part a debit and a credit of the same cents. */
export function linesOf(event: LedgerEvent, parts: readonly LedgerPart[]): LedgerLine[] {
  const { debit, credit } = ledgerEvents[event];
  return parts.flatMap(({ accountId, chargeId, ledger, amountCents }) => {
    const account = (side: Side) => (side === 'receivable' ? receivableOf[ledger] : side);
    return [
      {
        ledgerAccount: account(debit),
        accountId,
        chargeId,
        debitCents: amountCents,
        creditCents: 0,
      },
      {
        ledgerAccount: account(credit),
        accountId,
        chargeId,
        debitCents: 0,
        creditCents: amountCents,
      },
    ];
  });
}
