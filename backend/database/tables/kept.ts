import type { Generated } from 'kysely';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { PromiseReason } from '#shared/billing/promise.ts';
import type { AssistanceProgramme } from '#shared/billing/referral.ts';
import type { Day, MaybeDay, MaybeMoment, Moment, Money } from './columns.ts';

interface Kept {
  call_id: string;
  guarantor_id: string;
  user_id: string;
  workstation_id: string;
  kept_at: Moment;
}

export interface AccountNoteTable extends Kept {
  note_id: string;
  written_at: Moment;
  text: string;
}

export interface PromiseToPayTable extends Kept {
  promise_id: string;
  made_at: Moment;
  amount_cents: Money;
  promised_on: Day;
  reason: PromiseReason;
  note: string;
  replaced_by: string | null;
  replaced_at: MaybeMoment;
  kept_on: MaybeDay;
  broken_on: MaybeDay;
}

export interface ReferralTable extends Kept {
  referral_id: string;
  mrn: string;
  referred_at: Moment;
  programme: AssistanceProgramme;
  language: 'en' | 'es';
  context: string;
  closed_at: MaybeMoment;
}

export interface ExpectedWireTable extends Kept {
  wire_id: string;
  noted_at: Moment;
  ledger: LedgerKind;
  reference: string;
  amount_cents: Money;
  expected_on: Day;
  method_kind: ArrivingKind;
  state: Generated<'expected' | 'received' | 'expired'>;
  state_at: MaybeMoment;
  state_why: string | null;
}
