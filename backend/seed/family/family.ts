import type { LedgerKind } from '#shared/billing/account.ts';
import type { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { CardBrand } from '#shared/cards/brands.ts';
import type { AccountNumber } from '#shared/identifiers/account-number.ts';
import type { BillPayNumber } from '#shared/identifiers/bill-pay-number.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import type { LedgerEvent, LedgerLine } from '#shared/ledger/events.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Allocation } from '#shared/payments/allocation.ts';

/** Somebody with a name, a birth date and a place to live. Who has one name has no given name. */
export interface SeededPerson {
  readonly givenName: string | null;
  readonly familyName: string;
  readonly birthDate: CalendarDate;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** Ten digits. */
  readonly phone: string;
}

export interface SeededGuarantor extends SeededPerson {
  readonly guarantorId: GuarantorId;
  readonly billPayNumber: BillPayNumber;
  readonly email: string | null;
  /** Since when what must be in writing may come by e-mail; null: as letters. */
  readonly emailAgreedOn: CalendarDate | null;
  readonly region: RegionCode;
  readonly language: 'en' | 'es';
}

export type Relationship = 'self' | 'spouse' | 'child' | 'parent' | 'other';

export interface SeededPatient extends SeededPerson {
  readonly mrn: Mrn;
  readonly relationship: Relationship;
  readonly deceasedOn: CalendarDate | null;
  readonly verificationFailures: number;
  readonly lockedAt: Instant | null;
}

export interface SeededRepresentative {
  readonly mrn: Mrn;
  readonly name: string;
  /** Null: until revoked. */
  readonly validUntil: CalendarDate | null;
}

export interface SeededAccount {
  readonly accountId: string;
  readonly accountNumber: AccountNumber;
  readonly ledger: LedgerKind;
  readonly mrn: Mrn;
  balanceCents: Cents;
}

export interface SeededStatement {
  readonly statementNumber: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly totalCents: Cents;
}

/** What happens to a charge after it is billed moves its amounts, always together with the ledger. */
export interface SeededCharge {
  readonly chargeId: string;
  readonly account: SeededAccount;
  readonly kind: ChargeKind;
  readonly description: string;
  readonly servicedOn: CalendarDate;
  readonly billedCents: Cents;
  statement: SeededStatement | null;
  insurance: InsuranceStanding;
  insurancePaidCents: Cents;
  adjustedCents: Cents;
  paidCents: Cents;
  openCents: Cents;
  closedOn: CalendarDate | null;
}

export interface SeededPayment {
  readonly key: string;
  readonly state: 'posted' | 'settled';
  readonly brand: CardBrand;
  readonly last4: string;
  readonly amountCents: Cents;
  readonly allocations: readonly Allocation[];
  readonly confirmation: string;
  readonly takenAt: Instant;
  readonly postingOn: CalendarDate;
}

export interface SeededEntry {
  readonly entryId: string;
  readonly event: LedgerEvent;
  readonly enteredAt: Instant;
  readonly paymentKey: string | null;
  readonly lines: readonly LedgerLine[];
}

export interface SeededDispute {
  readonly disputeId: string;
  readonly chargeId: string;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

export interface SeededApplication {
  readonly applicationId: string;
  readonly programme: 'mfa' | 'chc' | 'pharmacy' | 'community';
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

export interface SeededPlan {
  readonly planId: string;
  readonly months: number;
  readonly instalmentCents: Cents;
  readonly remainingCents: Cents;
  readonly nextDueOn: CalendarDate;
}

/** Everything under one guarantor: what is written together and shares no row with anybody else. */
export interface Family {
  readonly guarantor: SeededGuarantor;
  readonly patients: readonly SeededPatient[];
  readonly representatives: readonly SeededRepresentative[];
  readonly accounts: readonly SeededAccount[];
  readonly statements: readonly SeededStatement[];
  readonly charges: readonly SeededCharge[];
  readonly payments: readonly SeededPayment[];
  readonly entries: readonly SeededEntry[];
  readonly disputes: readonly SeededDispute[];
  readonly applications: readonly SeededApplication[];
  readonly plans: readonly SeededPlan[];
}
