import { z } from 'zod';
import { AssistanceProgramme } from '../billing/referral.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Reason } from '../text/reason.ts';

/** Where a counselor sends people on to; Medical Financial Assistance is applied for here. */
export const OutsideProgramme = AssistanceProgramme.exclude(['mfa']);
export type OutsideProgramme = z.infer<typeof OutsideProgramme>;

/** What became of it. */
export const ProgrammeOutcome = z.enum(['enrolled', 'turned_down', 'no_answer', 'withdrew']);
export type ProgrammeOutcome = z.infer<typeof ProgrammeOutcome>;

const Note = z.string().trim().max(500);

/** Somebody is sent on: to whom, since when, and when it is asked after. */
export const ProgrammeToRefer = z.strictObject({
  programme: OutsideProgramme,
  organization: z.string().trim().min(2).max(120),
  /** Whom to ask for there, by which number or address. */
  contact: z.string().trim().max(200),
  referredOn: CalendarDate,
  followUpOn: CalendarDate,
  note: Note,
  /** Why all the same, where the newest screening says that they are not eligible. */
  inSpite: Reason.nullable(),
});
export type ProgrammeToRefer = z.infer<typeof ProgrammeToRefer>;

/** It was asked after, and has not ended. */
export const ProgrammeFollowUp = z.strictObject({
  happenedOn: CalendarDate,
  note: Reason,
  followUpOn: CalendarDate,
});
export type ProgrammeFollowUp = z.infer<typeof ProgrammeFollowUp>;

/** It has ended. */
export const ProgrammeEnd = z.strictObject({
  outcome: ProgrammeOutcome,
  happenedOn: CalendarDate,
  note: Note,
});
export type ProgrammeEnd = z.infer<typeof ProgrammeEnd>;

const ProgrammeStep = z.object({
  kind: z.enum(['referred', 'followed_up', 'closed']),
  at: Instant,
  by: z.string(),
  happenedOn: CalendarDate,
  note: z.string(),
  followUpOn: CalendarDate.nullable(),
  outcome: ProgrammeOutcome.nullable(),
});
export type ProgrammeStep = z.infer<typeof ProgrammeStep>;

/** A referral to another programme with everything that happened to it. */
export const ProgrammeReferral = z.object({
  programmeReferralId: z.uuid(),
  caseId: z.uuid(),
  programme: OutsideProgramme,
  organization: z.string(),
  contact: z.string(),
  referredOn: CalendarDate,
  /** What the screening that was newest then said of it; null where there was none. */
  screeningSaid: z.enum(['eligible', 'not_eligible', 'unknown']).nullable(),
  inSpite: z.string().nullable(),
  /** When to ask after it; null once it has ended. */
  followUpOn: CalendarDate.nullable(),
  outcome: ProgrammeOutcome.nullable(),
  /** In the order they were written down. */
  steps: z.array(ProgrammeStep).min(1),
});
export type ProgrammeReferral = z.infer<typeof ProgrammeReferral>;
