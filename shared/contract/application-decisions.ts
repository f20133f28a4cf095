import { z } from 'zod';
import { AssistanceApplication, Determination } from '../assistance/application.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { RegionCode } from '../organization/regions.ts';
import { route } from './route.ts';

/** As many applications as one page of a list has. */
export const APPLICATIONS_AT_ONCE = 50;

const whose = {
  ...AssistanceApplication.pick({ applicationId: true, guarantorId: true, caseId: true }).shape,
  guarantorName: z.string(),
  region: RegionCode,
};

/** An application, or an appeal, that somebody has to decide. */
export const WaitingApplication = z.object({
  ...whose,
  state: z.enum(['in_review', 'appealed']),
  submittedOn: CalendarDate,
  submittedBy: z.string(),
  /** The day its clock counts from: its last document's, or the appeal's. */
  since: CalendarDate,
  /** The last day to decide on. */
  decideBy: CalendarDate,
  /** Who denied it, of an appeal. */
  deniedBy: z.string().nullable(),
  mayNotDecide: AssistanceApplication.shape.mayNotDecide,
});
export type WaitingApplication = z.infer<typeof WaitingApplication>;

/** What was decided about an application, by the rule or over it. */
export const DecidedApplication = z.object({
  ...whose,
  ...Determination.omit({ lines: true, validUntil: true, appealUntil: true }).shape,
  /** It answered an appeal. */
  isAppeal: z.boolean(),
});
export type DecidedApplication = z.infer<typeof DecidedApplication>;

/** The applications that counselors and supervisors decide, and what they decided, in the asker's regions. */
export const applicationDecisionRoutes = {
  waitingApplications: route({
    method: 'GET',
    path: '/v1/waiting-applications',
    summary: 'Applications and appeals to be decided, what has to be decided first coming first',
    query: z.object({ afterDay: CalendarDate.optional(), afterId: z.uuid().optional() }),
    status: 200,
    reply: z.object({
      applications: z.array(WaitingApplication).max(APPLICATIONS_AT_ONCE),
      /** Ask for what follows with these; null where nothing does. */
      next: z.object({ afterDay: CalendarDate, afterId: z.uuid() }).nullable(),
    }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
  decidedApplications: route({
    method: 'GET',
    path: '/v1/decided-applications',
    summary:
      'What was decided about applications, the newest first; all, or what is not as the rule said',
    query: z.object({
      which: z.enum(['all', 'overrides']),
      beforeAt: Instant.optional(),
      beforeId: z.uuid().optional(),
    }),
    status: 200,
    reply: z.object({
      applications: z.array(DecidedApplication).max(APPLICATIONS_AT_ONCE),
      next: z.object({ beforeAt: Instant, beforeId: z.uuid() }).nullable(),
    }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
