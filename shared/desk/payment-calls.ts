import { z } from 'zod';
import { BankEntry, BankField } from '../ach/bank-entry.ts';
import { AchAuthorisation } from '../ach/tel-authorisation.ts';
import { Balance } from '../billing/balance.ts';
import { CardEntry, CardField } from '../cards/card-entry.ts';
import { PaymentOrder } from '../contract/payments.ts';
import { Cents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { Attempt } from './attempt.ts';
import { call, captureCall } from './call.ts';
import { OpenCall } from './open-call.ts';

/** Where the capture view lies over the desk's page, in CSS pixels. */
export const Bounds = z.strictObject({
  x: z.number().min(0).max(10_000),
  y: z.number().min(0).max(10_000),
  width: z.number().min(0).max(10_000),
  height: z.number().min(0).max(10_000),
});
export type Bounds = z.infer<typeof Bounds>;

/** What is captured in the isolated view. */
const CapturedKind = z.enum(['card', 'ach']);

/** What the caller was read and agreed to; when, and where it is recorded, the desk itself knows. */
export const AgreedDebit = AchAuthorisation.pick({
  language: true,
  debitOn: true,
  amountCents: true,
  acknowledged: true,
});
export type AgreedDebit = z.infer<typeof AgreedDebit>;

/** What the payment panel submits; the card or bank account is the one captured on this call. */
export const PaymentDraft = PaymentOrder.pick({
  amountCents: true,
  allocation: true,
  duplicateAcknowledged: true,
}).extend({
  /** The open total the caller was told; null for a guest. If the backend's differs, nothing is sent. */
  totalSeenCents: Cents.nullable(),
});
export type PaymentDraft = z.infer<typeof PaymentDraft>;

export const ReadBalance = z.object({
  balance: Balance,
  /** `kept`: the backend could not be reached, this is what it said at `balance.asOf`. */
  source: z.enum(['backend', 'kept']),
});
export type ReadBalance = z.infer<typeof ReadBalance>;

export const paymentCalls = {
  'balance.read': call({ input: z.null(), output: ReadBalance }),
  'capture.open': call({
    input: z.strictObject({
      bounds: Bounds,
      scheme: z.enum(['light', 'dark']),
      method: CapturedKind,
    }),
    output: OpenCall,
  }),
  'capture.place': call({ input: z.strictObject({ bounds: Bounds }), output: z.null() }),
  /** Gives the keyboard back to the card entry. */
  'capture.focus': call({ input: z.null(), output: z.null() }),
  'capture.close': call({ input: z.null(), output: OpenCall }),
  'capture.discard': call({ input: z.null(), output: OpenCall }),
  /** The caller's yes to a debit of the captured bank account, the moment it is spoken. */
  'debits.agree': call({ input: AgreedDebit, output: OpenCall }),
  'payments.submit': call({ input: PaymentDraft, output: Attempt }),
  'payments.outcome': call({ input: z.strictObject({ key: AttemptKey }), output: Attempt }),
  'payments.askNow': call({ input: z.null(), output: z.null() }),
  'payments.void': call({
    input: z.strictObject({ key: AttemptKey, reason: z.string().trim().min(3).max(500) }),
    output: Attempt,
  }),
  /** Saves the receipt where the person chooses; null when they choose not to. */
  'receipts.save': call({
    input: z.strictObject({ key: AttemptKey, language: z.enum(['en', 'es']) }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
  /** Saves what the caller agreed to as a written copy; null when no place is chosen. */
  'authorisations.save': call({
    input: z.strictObject({ key: AttemptKey, language: z.enum(['en', 'es']) }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
  'capture.submit': captureCall({
    input: CardEntry,
    output: z.object({ faults: z.partialRecord(CardField, z.string()) }),
  }),
  'capture.submitBank': captureCall({
    input: BankEntry,
    output: z.object({ faults: z.partialRecord(BankField, z.string()) }),
  }),
  'capture.cancel': captureCall({ input: z.null(), output: z.null() }),
};
