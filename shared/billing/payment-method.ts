import { z } from 'zod';
import { CardBrand } from '../cards/brands.ts';

const last4 = z.string().regex(/^\d{4}$/);

/** The end of an account number: its last four digits, of a short one fewer, and never more than half of it. */
export const AccountEnding = z.string().regex(/^\d{2,4}$/);

export const CardMethod = z.object({ kind: z.literal('card'), brand: CardBrand, last4 });
export type CardMethod = z.infer<typeof CardMethod>;

export const BankAccountKind = z.enum(['checking', 'savings']);
export type BankAccountKind = z.infer<typeof BankAccountKind>;

/** A debit of a bank account; the bank's name is that of its routing number. */
export const AchMethod = z.object({
  kind: z.literal('ach'),
  accountKind: BankAccountKind,
  bankName: z.string(),
  last4: AccountEnding,
});
export type AchMethod = z.infer<typeof AchMethod>;

/** Money that arrives by itself: nobody at a desk charges it. */
export const ArrivingKind = z.enum(['wire', 'mail', 'in_person', 'online', 'app', 'bank_bill_pay']);
export type ArrivingKind = z.infer<typeof ArrivingKind>;

const arriving = <Kind extends ArrivingKind>(kind: Kind) =>
  z.object({
    kind: z.literal(kind),
    /** What the payer, or their bank, gave with it. */
    reference: z.string().nullable(),
  });

/** What is charged on a call or by a run. */
export const ChargedMethod = z.discriminatedUnion('kind', [CardMethod, AchMethod]);
export type ChargedMethod = z.infer<typeof ChargedMethod>;

/** How a payment was made, with nothing from which a card or account could be charged. */
export const PaymentMethod = z.discriminatedUnion('kind', [
  CardMethod,
  AchMethod,
  arriving('wire'),
  arriving('mail'),
  arriving('in_person'),
  arriving('online'),
  arriving('app'),
  arriving('bank_bill_pay'),
]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;
