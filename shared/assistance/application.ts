import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { Reason } from '../text/reason.ts';
import { ApplicationState } from './application-states.ts';
import { DocumentKind } from './policy.ts';
import { AwardProposal } from './proposal.ts';
import { Household } from './screening.ts';

/** How the applicant said that what they told is true: on a recorded call, or with their name under it. */
export const ApplicantStatement = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('spoken'),
    on: CalendarDate,
    recordingReference: z.string().trim().min(1).max(40),
  }),
  z.strictObject({
    how: z.literal('signed'),
    on: CalendarDate,
    /** Where the paper is kept. */
    paper: z.string().trim().min(3).max(100),
  }),
]);
export type ApplicantStatement = z.infer<typeof ApplicantStatement>;

/** How a document was proved that lies here as no file: how somebody saw it, what it was, and who saw it. */
export const SeenDocument = z.strictObject({
  how: z.enum(['in_person', 'on_video', 'at_another_office']),
  what: Reason,
  by: z.string().trim().min(3).max(100),
});
export type SeenDocument = z.infer<typeof SeenDocument>;

/** What became of a kind of document that the policy asks for. */
export const RequirementState = z.enum(['missing', 'received', 'accepted', 'refused', 'waived']);
export type RequirementState = z.infer<typeof RequirementState>;

export const Requirement = z.object({
  kind: DocumentKind,
  state: RequirementState,
  /** The day it came, or was waived. */
  settledOn: CalendarDate.nullable(),
  /** Why it was refused or waived. */
  why: z.string().nullable(),
  /** Of one that was accepted without a file. */
  seen: SeenDocument.nullable(),
});
export type Requirement = z.infer<typeof Requirement>;

/** What an award takes off one charge, in cents. */
export const AwardLine = z.object({
  chargeId: z.uuid(),
  description: z.string(),
  servicedOn: CalendarDate,
  openCents: PositiveCents,
  awardedCents: Cents,
});
export type AwardLine = z.infer<typeof AwardLine>;

/** Open care that an award does not reach yet: the insurance, or an earlier payment, has not answered. */
export const WaitingCharge = AwardLine.omit({ awardedCents: true }).extend({
  waitsFor: z.enum(['insurance', 'payment']),
});
export type WaitingCharge = z.infer<typeof WaitingCharge>;

export const Determination = z.object({
  determinationId: z.uuid(),
  outcome: z.enum(['awarded', 'denied']),
  percent: z.int().min(1).max(100).nullable(),
  /** What the rule gave; null where it gives nothing. */
  proposedPercent: z.int().min(1).max(100).nullable(),
  reason: z.string().nullable(),
  decidedOn: CalendarDate,
  decidedAt: Instant,
  by: z.string(),
  validUntil: CalendarDate.nullable(),
  /** The last day on which a denial may be appealed; null where it may not. */
  appealUntil: CalendarDate.nullable(),
  /** What it took off so far. */
  lines: z.array(AwardLine),
});
export type Determination = z.infer<typeof Determination>;

/** An application for Medical Financial Assistance as it stands today. */
export const AssistanceApplication = z.object({
  applicationId: z.uuid(),
  guarantorId: GuarantorId,
  caseId: z.uuid(),
  state: ApplicationState,
  stateOn: CalendarDate,
  begunAt: Instant,
  begunBy: z.string(),
  household: Household,
  statement: ApplicantStatement.nullable(),
  submittedOn: CalendarDate.nullable(),
  submittedBy: z.string().nullable(),
  documentsBy: CalendarDate.nullable(),
  completeOn: CalendarDate.nullable(),
  decideBy: CalendarDate.nullable(),
  appealedOn: CalendarDate.nullable(),
  appealNote: z.string().nullable(),
  closingNote: z.string().nullable(),
  renews: z.uuid().nullable(),
  requirements: z.array(Requirement),
  determinations: z.array(Determination),
  /** The rule's answer by the policy of its day, or of today for a draft. */
  proposal: AwardProposal,
  /** Open care that an award would reach, and what it would not yet; empty once it is decided. */
  reach: z.object({ lines: z.array(AwardLine), waiting: z.array(WaitingCharge) }),
  /** The last day on which it is taken; null where no open care was billed yet. */
  applyUntil: CalendarDate.nullable(),
  /** Why the person who asks may not decide it; null where they may. */
  mayNotDecide: z.enum(['own_application', 'own_denial']).nullable(),
});
export type AssistanceApplication = z.infer<typeof AssistanceApplication>;
