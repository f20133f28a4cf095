import type { ColumnType } from 'kysely';
import type { VerificationRefusal } from '#shared/contract/verifications.ts';
import type { CallerRole, Disclosure, Factor } from '#shared/verification/policy.ts';
import type { MaybeMoment, Moment } from './columns.ts';

export interface VerificationTable {
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

export interface VerificationAnswerTable {
  verification_id: string;
  factor: Factor;
  matched: boolean;
  answered_at: Moment;
}

export interface CallRecordTable {
  call_id: string;
  reference: string;
  started_at: Moment;
  ended_at: Moment;
  user_id: string;
  workstation_id: string;
  mrn: string | null;
  guarantor_id: string | null;
  disposition: string;
  record: ColumnType<unknown, string, string>;
  kept_at: Moment;
}

export interface AccessEventTable {
  event_id: string;
  at: Moment;
  user_id: string;
  workstation_id: string;
  action:
    | 'found'
    | 'verification_begun'
    | 'factor_answered'
    | 'balance_read'
    | 'assistance_read'
    | 'record_unlocked'
    | 'exception_listed'
    | 'outcome_overridden'
    | 'payment_read'
    | 'payments_searched'
    | 'payment_listed'
    | 'arrival_assigned'
    | 'found_in_copy'
    | 'balance_read_in_copy'
    | 'case_listed'
    | 'case_read';
  mrn: string | null;
  guarantor_id: string | null;
  call_id: string | null;
  reason: string | null;
}
