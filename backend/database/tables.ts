import type { ArrivalAssignmentTable, ArrivalTable } from './tables/arrivals.ts';
import type {
  BankAccountTable,
  BlockedBankAccountTable,
  TelAuthorisationTable,
} from './tables/bank-accounts.ts';
import type {
  AccountTable,
  AssistanceApplicationTable,
  ChargeTable,
  DisputeTable,
  PaymentPlanTable,
  StatementTable,
} from './tables/billing.ts';
import type {
  AccessEventTable,
  CallRecordTable,
  VerificationAnswerTable,
  VerificationTable,
} from './tables/calls.ts';
import type {
  AccountNoteTable,
  ExpectedWireTable,
  PromiseToPayTable,
  ReferralTable,
} from './tables/kept.ts';
import type {
  CardTokenTable,
  PaymentAllocationTable,
  PaymentOverrideTable,
  PaymentTable,
} from './tables/payments.ts';

import type {
  AuthorisedRepresentativeTable,
  GuarantorTable,
  PatientTable,
} from './tables/people.ts';
import type {
  SessionTable,
  SignInEventTable,
  UserAccountTable,
  WorkstationTable,
  WorkstationTokenTable,
  WorkstationWipeTable,
} from './tables/staff.ts';

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
  workstation_token: WorkstationTokenTable;
  workstation_wipe: WorkstationWipeTable;
  session: SessionTable;
  sign_in_event: SignInEventTable;
  verification: VerificationTable;
  verification_answer: VerificationAnswerTable;
  call_record: CallRecordTable;
  access_event: AccessEventTable;
  account_note: AccountNoteTable;
  promise_to_pay: PromiseToPayTable;
  referral: ReferralTable;
  expected_wire: ExpectedWireTable;
  arrival: ArrivalTable;
  arrival_assignment: ArrivalAssignmentTable;
  card_token: CardTokenTable;
  bank_account: BankAccountTable;
  blocked_bank_account: BlockedBankAccountTable;
  tel_authorisation: TelAuthorisationTable;
  payment: PaymentTable;
  payment_allocation: PaymentAllocationTable;
  payment_override: PaymentOverrideTable;
}
