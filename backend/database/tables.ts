import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { CardBrand } from '#shared/cards/brands.ts';
import type { VerificationRefusal } from '#shared/contract/verifications.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { DeclineCode } from '#shared/payments/declines.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import type { CallerRole, Disclosure, Factor } from '#shared/verification/policy.ts';

/** Read and written as the text of an instant in UTC. */
type Moment = ColumnType<Instant, string, string>;
type MaybeMoment = ColumnType<Instant | null, string | null | undefined, string | null>;
type Day = ColumnType<CalendarDate, string, string>;
type MaybeDay = ColumnType<CalendarDate | null, string | null | undefined, string | null>;
type Money = ColumnType<Cents, number, number>;
type Json = ColumnType<unknown, string, string>;

interface Person {
  given_name: string | null;
  family_name: string;
  full_name: GeneratedAlways<string>;
  birth_date: Day;
  street: string;
  postal_code: string;
  city: string;
  state: string;
  phone: string;
}

interface GuarantorTable extends Person {
  guarantor_id: string;
  bill_pay_number: string;
  email: string | null;
  region: RegionCode;
  language: 'en' | 'es';
}

interface PatientTable extends Person {
  mrn: string;
  guarantor_id: string;
  name_key: GeneratedAlways<string>;
  relationship: 'self' | 'spouse' | 'child' | 'parent' | 'other';
  deceased_on: MaybeDay;
  verification_failures: Generated<number>;
  locked_at: MaybeMoment;
}

interface AuthorisedRepresentativeTable {
  mrn: string;
  name: string;
  name_key: GeneratedAlways<string>;
  valid_until: MaybeDay;
}

interface AccountTable {
  account_id: string;
  account_number: string;
  guarantor_id: string;
  mrn: string;
  ledger: LedgerKind;
  balance_cents: Money;
  held_by: string | null;
}

interface StatementTable {
  statement_number: string;
  guarantor_id: string;
  issued_on: Day;
  due_on: Day;
  total_cents: Money;
}

interface ChargeTable {
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

interface DisputeTable {
  dispute_id: string;
  charge_id: string;
  guarantor_id: string;
  opened_on: Day;
  closed_on: MaybeDay;
}

interface AssistanceApplicationTable {
  application_id: string;
  guarantor_id: string;
  programme: 'mfa' | 'chc' | 'pharmacy' | 'community';
  opened_on: Day;
  closed_on: MaybeDay;
}

interface PaymentPlanTable {
  plan_id: string;
  guarantor_id: string;
  months: number;
  instalment_cents: Money;
  remaining_cents: Money;
  next_due_on: Day;
  closed_on: MaybeDay;
}

interface UserAccountTable {
  user_id: string;
  name: string;
  role: 'representative' | 'counselor' | 'supervisor';
  regions: RegionCode[];
  password_hash: string;
  failed_sign_ins: Generated<number>;
  locked_until: MaybeMoment;
  last_signed_in_at: MaybeMoment;
  enabled_at: Moment;
}

interface WorkstationTable {
  workstation_id: string;
  token_hash: Buffer;
  seen_at: Moment;
}

interface SessionTable {
  token_hash: Buffer;
  user_id: string;
  workstation_id: string;
  begun_at: Moment;
  expires_at: Moment;
}

interface VerificationTable {
  verification_id: string;
  call_id: string;
  mrn: string;
  guarantor_id: string;
  caller_role: CallerRole;
  caller_name: string | null;
  state: 'open' | 'verified' | 'refused' | 'locked';
  refusal: VerificationRefusal | null;
  discloses: Disclosure;
  begun_by: string;
  workstation_id: string;
  begun_at: Moment;
  closed_at: MaybeMoment;
}

interface VerificationAnswerTable {
  verification_id: string;
  factor: Factor;
  matched: boolean;
  answered_at: Moment;
}

interface CallRecordTable {
  call_id: string;
  reference: string;
  started_at: Moment;
  ended_at: Moment;
  user_id: string;
  workstation_id: string;
  mrn: string | null;
  guarantor_id: string | null;
  disposition: string;
  record: Json;
  kept_at: Moment;
}

interface AccessEventTable {
  event_id: string;
  at: Moment;
  user_id: string;
  workstation_id: string;
  action: 'found' | 'verification_begun' | 'factor_answered' | 'balance_read' | 'record_unlocked';
  mrn: string | null;
  guarantor_id: string | null;
  call_id: string | null;
  reason: string | null;
}

interface CardTokenTable {
  token: string;
  brand: CardBrand;
  last4: string;
  fingerprint: string;
  user_id: string;
  workstation_id: string;
  kept_at: Moment;
  expires_at: Moment;
  used_by: string | null;
}

interface PaymentTable {
  key: string;
  guarantor_id: string;
  state: PaymentState;
  state_at: Moment;
  state_why: string | null;
  method_kind: 'card';
  card_brand: CardBrand;
  card_last4: string;
  card_token: string | null;
  card_fingerprint: string | null;
  amount_cents: Money;
  amount_only: Generated<boolean>;
  confirmation: string | null;
  posting_on: MaybeDay;
  decline: DeclineCode | null;
  taken_at: Moment;
  taken_by: string | null;
  workstation_id: string | null;
  call_id: string | null;
  verification_id: string | null;
  claimed_until: MaybeMoment;
  void_asked_at: MaybeMoment;
  void_asked_by: string | null;
  void_reason: string | null;
  source: 'desk' | 'seeded';
}

interface PaymentAllocationTable {
  payment_key: string;
  charge_id: string;
  amount_cents: Money;
}

/** The tables that are asked through Kysely; the payment functions and the ledger speak SQL. */
export interface Tables {
  guarantor: GuarantorTable;
  patient: PatientTable;
  authorised_representative: AuthorisedRepresentativeTable;
  account: AccountTable;
  statement: StatementTable;
  charge: ChargeTable;
  dispute: DisputeTable;
  assistance_application: AssistanceApplicationTable;
  payment_plan: PaymentPlanTable;
  user_account: UserAccountTable;
  workstation: WorkstationTable;
  session: SessionTable;
  verification: VerificationTable;
  verification_answer: VerificationAnswerTable;
  call_record: CallRecordTable;
  access_event: AccessEventTable;
  card_token: CardTokenTable;
  payment: PaymentTable;
  payment_allocation: PaymentAllocationTable;
}
