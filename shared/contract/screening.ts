import { z } from 'zod';
import { ConfirmedIncomes, ToldHousehold } from '../assistance/told-household.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { Screening } from '../hardship/screening.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const byCase = z.object({ caseId: z.uuid() });
const refusals = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'case_not_found',
] as const satisfies ProblemCode[];

/** A household as it was said, and what was asked back and said again. */
export const SaidHousehold = z.strictObject({ said: ToldHousehold, confirmed: ConfirmedIncomes });
export type SaidHousehold = z.infer<typeof SaidHousehold>;

export const screeningRoutes = {
  screenings: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/screenings',
    summary:
      'What the household of a case said, every version as it was answered then, the newest first; kept as an access',
    params: byCase,
    status: 200,
    reply: z.object({
      /** The date on the guarantor's calendar, by which a screening is answered now. */
      today: CalendarDate,
      screenings: z.array(Screening),
    }),
    problems: refusals,
  }),
  saveScreening: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/screenings/:screeningId',
    summary:
      'Keep what the household said, answered by the policy of today. Sent again it is answered as the first time',
    params: z.object({ caseId: z.uuid(), screeningId: z.uuid() }),
    body: SaidHousehold,
    status: 200,
    reply: Screening,
    problems: [
      ...refusals,
      'case_closed',
      'case_not_taken',
      'case_taken',
      'key_reused',
      'household_size_wrong',
      'state_unknown',
      'household_amount_wrong',
      'income_to_confirm',
    ],
  }),
};
