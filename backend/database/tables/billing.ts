import type { GeneratedAlways } from 'kysely';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Day, MaybeDay, Money } from './columns.ts';

export interface AccountTable {
  account_id: string;
  account_number: string;
  guarantor_id: string;
  mrn: string;
  ledger: LedgerKind;
  balance_cents: Money;
  held_by: string | null;
}

export interface StatementTable {
  statement_number: string;
  guarantor_id: string;
  issued_on: Day;
  due_on: Day;
  total_cents: Money;
}

export interface ChargeTable {
  charge_id: string;
  account_id: string;
  guarantor_id: string;
  kind: ChargeKind;
  description: string;
  serviced_on: Day;
  statement_number: string | null;
  due_on: MaybeDay;
  billed_cents: Money;
  insurance: InsuranceStanding;
  insurance_paid_cents: Money;
  adjusted_cents: Money;
  paid_cents: Money;
  open_cents: GeneratedAlways<Cents>;
  closed_on: MaybeDay;
}

export interface DisputeTable {
  dispute_id: string;
  charge_id: string;
  guarantor_id: string;
  opened_on: Day;
  closed_on: MaybeDay;
}

export interface AssistanceApplicationTable {
  application_id: string;
  guarantor_id: string;
  programme: 'mfa' | 'chc' | 'pharmacy' | 'community';
  opened_on: Day;
  closed_on: MaybeDay;
}

export interface PaymentPlanTable {
  plan_id: string;
  guarantor_id: string;
  months: number;
  instalment_cents: Money;
  remaining_cents: Money;
  next_due_on: Day;
  closed_on: MaybeDay;
}
