import type { Generated } from 'kysely';
import type { BankAccountKind, PaymentMethod } from '#shared/billing/payment-method.ts';
import type { CardBrand } from '#shared/cards/brands.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { DeclineCode } from '#shared/payments/declines.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import type { MaybeDay, MaybeMoment, Moment, Money } from './columns.ts';

export interface CardTokenTable {
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

export interface PaymentTable {
  key: string;
  guarantor_id: string;
  state: PaymentState;
  state_at: Moment;
  state_why: string | null;
  method_kind: PaymentMethod['kind'];
  card_brand: CardBrand | null;
  card_last4: string | null;
  card_token: string | null;
  card_fingerprint: string | null;
  bank_account_kind: BankAccountKind | null;
  bank_name: string | null;
  bank_last4: string | null;
  bank_token: string | null;
  bank_fingerprint: string | null;
  reference: string | null;
  originate_on: MaybeDay;
  effective_on: MaybeDay;
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
  /** How often the processor was asked and stayed silent. */
  asked_in_vain: Generated<number>;
  source: 'desk' | 'run' | 'received' | 'seeded';
  stored_method_id: Generated<string | null>;
}

export interface PaymentOverrideTable {
  payment_key: string;
  overridden_at: Moment;
  overridden_by: string;
  workstation_id: string;
  reason: string;
}

export interface PaymentAllocationTable {
  payment_key: string;
  charge_id: string;
  amount_cents: Money;
  /** What of it found nothing open on the charge. */
  unapplied_cents: Generated<Cents>;
  /** What of it was given back. */
  refunded_cents: Generated<Cents>;
}
