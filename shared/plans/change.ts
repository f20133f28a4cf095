import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';
import { organization } from '../organization/profile.ts';
import { CopyWay, PlanDisclosure } from './offer.ts';
import { PlanPicture } from './plan-picture.ts';
import { PlanPace } from './wish.ts';

/** Why a plan is to rest. */
export const PauseReason = z.enum(['income_lost', 'illness', 'disaster', 'birth', 'other']);
export type PauseReason = z.infer<typeof PauseReason>;

/** What is to become of a plan. A changed plan goes on with what is owed, on the same day of the month. */
export const PlanChangeWish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recast'),
    pace: PlanPace,
    /** A hardship plan has other terms, and no interest where a law says so; counselors make it in a case. */
    planKind: z.enum(['standard', 'hardship']),
    /** Care that was billed beside the plan, and that the insurance has answered by now, is to be in it. */
    adds: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('pause'),
    months: z.int().min(1).max(organization.plans.pauseMonthsAtMost),
    reason: PauseReason,
  }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('pay_off') }),
  z.strictObject({ kind: z.literal('cancel') }),
]);
export type PlanChangeWish = z.infer<typeof PlanChangeWish>;

export const PlanChangeKind = z.enum(['recast', 'pause', 'resume', 'pay_off', 'cancel']);
export type PlanChangeKind = z.infer<typeof PlanChangeKind>;

/** Everything that is explained of a change before it is agreed to; what its hash is of. */
export const PlanChangeTerms = z.object({
  planId: z.uuid(),
  wish: PlanChangeWish,
  /** The day on the guarantor's calendar that it is reckoned for. */
  on: CalendarDate,
  before: PlanPicture,
  /** Null where the plan ends: then the `payoffCents` of before are to be paid, or are due as anything else is. */
  after: PlanPicture.nullable(),
  /** What the plan takes in that it did not hold before; left out where that is nothing. */
  addedCents: PositiveCents.optional(),
  /** Of another term or amount, which is credit anew (12 CFR 1026.20(a)); null where nothing of it changes but dates. */
  disclosure: PlanDisclosure.nullable(),
});
export type PlanChangeTerms = z.infer<typeof PlanChangeTerms>;

/** A change that may be agreed to, on its day, as long as the plan stands as it was explained. */
export const PlanChangeOffer = z.object({
  changeId: z.uuid(),
  terms: PlanChangeTerms,
  /** SHA-256 of the terms in hexadecimal. */
  termsHash: z.string().regex(/^[0-9a-f]{64}$/),
  copy: z.object({ way: CopyWay, at: Instant }).nullable(),
});
export type PlanChangeOffer = z.infer<typeof PlanChangeOffer>;

/** The spoken yes to a change, on a recording. */
export const PlanChangeAgreement = z.strictObject({
  termsHash: z.string().regex(/^[0-9a-f]{64}$/),
  language: z.enum(['en', 'es']),
  recordingReference: z.string().min(1).max(40),
  agreedAt: Instant,
});
export type PlanChangeAgreement = z.infer<typeof PlanChangeAgreement>;

/** Whether a change needs a written copy before the yes: where it is credit anew (12 CFR 1026.17(b)). */
export function needsCopy({ disclosure }: PlanChangeTerms): boolean {
  return disclosure !== null;
}
