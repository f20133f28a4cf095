import { z } from 'zod';
import { LedgerKind } from '#shared/billing/account.ts';
import type { Payment } from '#shared/billing/payment.ts';
import {
  AccountEnding,
  BankAccountKind,
  type ChargedMethod,
} from '#shared/billing/payment-method.ts';
import { CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { CardBrand } from '#shared/cards/brands.ts';
import { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { PositiveCents } from '#shared/money/cents.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { PaymentState } from '#shared/payments/states.ts';

const ChargedRow = z.object({
  key: AttemptKey,
  guarantor_id: GuarantorId,
  amount_cents: PositiveCents,
  amount_only: z.boolean(),
  taken_at: z.string(),
  void_asked_at: z.string().nullable(),
  source: z.enum(['desk', 'run']),
  /** What is kept and was chosen on a call; null for what was captured, and for what a run takes. */
  stored_method_id: z.uuid().nullable(),
});

const CardRow = ChargedRow.extend({
  method_kind: z.literal('card'),
  card_brand: CardBrand,
  card_last4: z.string(),
  card_token: z.string(),
});

const AchRow = ChargedRow.extend({
  method_kind: z.literal('ach'),
  bank_account_kind: BankAccountKind,
  bank_name: z.string(),
  bank_last4: AccountEnding,
  effective_on: CalendarDate.nullable(),
});

/** A payment with what is needed to close it, as the payment functions give it (JSON of rows). */
export const OpenPayment = z.object({
  payment: z.discriminatedUnion('method_kind', [CardRow, AchRow]),
  region: RegionCode,
  parts: z.array(
    z.object({
      accountId: z.uuid(),
      chargeId: z.uuid(),
      ledger: LedgerKind,
      amountCents: PositiveCents,
    }),
  ),
});
export type OpenPayment = z.output<typeof OpenPayment>;

function methodOf(payment: OpenPayment['payment']): ChargedMethod {
  if (payment.method_kind === 'card') {
    return { kind: 'card', brand: payment.card_brand, last4: payment.card_last4 };
  }
  const { bank_account_kind: accountKind, bank_name: bankName, bank_last4: last4 } = payment;
  return { kind: 'ach', accountKind, bankName, last4 };
}

/** The reply about a payment in a state that knows no confirmation and no decline; closing fills those in. */
export function replyOf(open: OpenPayment, state: PaymentState): Payment {
  const { payment, parts } = open;
  return {
    key: payment.key,
    guarantorId: payment.guarantor_id,
    state,
    method: methodOf(payment),
    amountCents: payment.amount_cents,
    allocations: payment.amount_only
      ? []
      : parts.map(({ chargeId, amountCents }) => ({ chargeId, amountCents })),
    takenAt: instantOf(Date.parse(payment.taken_at)),
    postingOn: null,
    confirmation: null,
    decline: null,
  };
}
