import type { LedgerKind } from '#shared/billing/account.ts';
import type { MatchedBy, WhyUnmatched } from '#shared/billing/arrival.ts';
import type { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { Day, MaybeMoment, Moment, Money } from './columns.ts';

export interface ArrivalTable {
  arrival_id: string;
  statement_id: string;
  entry_id: string;
  booked_on: Day;
  amount_cents: Money;
  channel: ArrivingKind;
  remitter: string;
  remittance: string;
  read_at: Moment;
  why: WhyUnmatched | null;
  guarantor_id: string | null;
  matched_by: MatchedBy | null;
  matched_at: MaybeMoment;
  payment_key: string | null;
  wire_id: string | null;
}

export interface ArrivalAssignmentTable {
  arrival_id: string;
  assigned_at: Moment;
  assigned_by: string;
  workstation_id: string;
  guarantor_id: string;
  ledger: LedgerKind;
  reason: string;
}
