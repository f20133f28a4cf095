import { z } from 'zod';
import { ApplicationState } from '../assistance/application-states.ts';
import { ScreeningResult } from '../assistance/screening.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { route } from './route.ts';

/** What was found about help for a guarantor, and no figure that it was found by. */
export const AssistanceStanding = z.object({
  /** The newest screening; null where nobody has asked the household yet. */
  screening: z
    .object({
      on: CalendarDate,
      by: z.string(),
      answers: z.array(ScreeningResult.pick({ programme: true, answer: true })),
    })
    .nullable(),
  /** The application that is open; null where none is. */
  application: z
    .object({
      state: ApplicationState.extract(['draft', 'waiting_for_documents', 'in_review', 'appealed']),
      /** The day it came to stand so. */
      since: CalendarDate,
      by: z.string(),
    })
    .nullable(),
});
export type AssistanceStanding = z.infer<typeof AssistanceStanding>;

export const assistanceStandingRoutes = {
  assistanceStanding: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/assistance',
    summary:
      'What was found when the household of a verified caller was screened last, and the application that is open; kept as an access',
    params: z.object({ verificationId: z.uuid() }),
    status: 200,
    reply: AssistanceStanding,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_verified'],
  }),
};
