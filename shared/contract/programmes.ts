import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import {
  ProgrammeEnd,
  ProgrammeFollowUp,
  ProgrammeReferral,
  ProgrammeToRefer,
} from '../hardship/programmes.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const byCase = z.object({ caseId: z.uuid() });
const byReferral = z.object({ caseId: z.uuid(), programmeReferralId: z.uuid() });
const refusals = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'case_not_found',
] as const satisfies ProblemCode[];
const writing = [
  ...refusals,
  'case_closed',
  'case_not_taken',
  'case_taken',
  'key_reused',
  'programme_day_wrong',
] as const satisfies ProblemCode[];

/** Referrals of a case to other programmes. Whatever happens to one is added; nothing is changed or deleted. */
export const programmeRoutes = {
  programmes: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/programmes',
    summary:
      'To whom a case was referred and what became of it, the newest first; kept as an access',
    params: byCase,
    status: 200,
    reply: z.object({
      /** The date on the guarantor's calendar. */
      today: CalendarDate,
      programmes: z.array(ProgrammeReferral),
    }),
    problems: refusals,
  }),
  referToProgramme: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/programmes/:programmeReferralId',
    summary:
      'Refer to another programme and be reminded to ask after it. Sent again it is answered as the first time',
    params: byReferral,
    body: ProgrammeToRefer,
    status: 200,
    reply: ProgrammeReferral,
    problems: [...writing, 'programme_reason_missing', 'programme_follow_up_wrong'],
  }),
  followUpProgramme: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/programmes/:programmeReferralId/follow-ups/:stepId',
    summary: 'Note that it was asked after, and when it is asked after next',
    params: byReferral.extend({ stepId: z.uuid() }),
    body: ProgrammeFollowUp,
    status: 200,
    reply: ProgrammeReferral,
    problems: [...writing, 'programme_not_found', 'programme_ended', 'programme_follow_up_wrong'],
  }),
  closeProgramme: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/programmes/:programmeReferralId/outcome',
    summary: 'Note what became of it. It also ends what a call had noted about this programme',
    params: byReferral,
    body: ProgrammeEnd,
    status: 200,
    reply: ProgrammeReferral,
    problems: [...writing, 'programme_not_found', 'programme_ended'],
  }),
};
