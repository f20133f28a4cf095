import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { PlanMeans } from './means.ts';
import { PlanWish } from './wish.ts';

const Instalment = z.object({
  dueOn: CalendarDate,
  amountCents: PositiveCents,
  interestCents: Cents,
  principalCents: Cents,
  balanceCents: Cents,
});

const ScheduleLine = z.object({
  count: z.int().positive(),
  amountCents: PositiveCents,
  firstDueOn: CalendarDate,
  lastDueOn: CalendarDate,
});

/** Everything that 12 CFR 1026.18 has disclosed before a plan is agreed to; what the hash is of. */
export const PlanDisclosure = z.object({
  creditor: z.string(),
  guarantorId: GuarantorId,
  kind: z.enum(['standard', 'hardship']),
  agreedOn: CalendarDate,
  rateBps: z.int().min(0),
  /** The law that forbids interest on it; null where none on file does, or none was asked for. */
  interestForbiddenBy: z.string().nullable(),
  amountFinancedCents: PositiveCents,
  financeChargeCents: Cents,
  totalOfPaymentsCents: PositiveCents,
  aprPercent: z.number().min(0),
  schedule: z.array(ScheduleLine).min(1),
  payments: z.array(Instalment).min(1),
  /** At least so much may be billed for a late payment. */
  lateChargeCents: Cents,
  charges: z.array(z.object({ chargeId: z.uuid(), amountCents: PositiveCents })).min(1),
  /** Open care that is not in it, because the insurance has not answered yet; left out where there is none. */
  pendingInsuranceCents: PositiveCents.optional(),
  /** Of a changed plan: the one that it goes on from, its unpaid interest, and its day of the month. */
  continues: z
    .object({ planId: z.uuid(), carriedInterestCents: Cents, dueDay: z.int().min(1).max(31) })
    .optional(),
});
export type PlanDisclosure = z.infer<typeof PlanDisclosure>;

/** How the written copy got to the caller before they agreed. */
export const CopyWay = z.enum(['email', 'mail', 'online']);
export type CopyWay = z.infer<typeof CopyWay>;

/** A plan that may be agreed to, on its day, as long as the balance it was made of stands. */
export const PlanOffer = z.object({
  offerId: z.uuid(),
  wish: PlanWish,
  disclosure: PlanDisclosure,
  /** SHA-256 of the disclosure, in hexadecimal: what an acceptance is of. */
  disclosureHash: z.string().regex(/^[0-9a-f]{64}$/),
  goodOn: CalendarDate,
  /** `sentAt` is when the letter left; null while it waits in the outbox, and where nothing is sent. */
  copy: z.object({ way: CopyWay, at: Instant, sentAt: Instant.nullable() }).nullable(),
  /** What the household can pay, of a plan that is offered in a case; null on a call. */
  means: PlanMeans.nullable(),
});
export type PlanOffer = z.infer<typeof PlanOffer>;

/** The spoken yes. */
export const PlanAcceptance = z.strictObject({
  offerId: z.uuid(),
  disclosureHash: z.string().regex(/^[0-9a-f]{64}$/),
  language: z.enum(['en', 'es']),
  recordingReference: z.string().min(1).max(40),
  acceptedAt: Instant,
  /** The plan asks for more in a month than the household can pay, and they agreed to that in words. */
  aboveAffordable: z.literal(true).optional(),
});
export type PlanAcceptance = z.infer<typeof PlanAcceptance>;
