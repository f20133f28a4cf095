import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { HardshipCase, ListedCase } from '../hardship/case.ts';
import { Reason } from '../text/reason.ts';
import { route } from './route.ts';

/** As many closed cases as one page has. */
export const CLOSED_CASES_AT_ONCE = 50;

/** A closed case as it is found again. */
export const ClosedCase = ListedCase.pick({
  caseId: true,
  guarantorId: true,
  guarantorName: true,
  region: true,
}).extend({ closed: HardshipCase.shape.closed.unwrap() });
export type ClosedCase = z.infer<typeof ClosedCase>;

/** Closed cases of the counselors' regions: found again, read, and opened again where more is to be done. */
export const closedCaseRoutes = {
  closedCases: route({
    method: 'POST',
    path: '/v1/closed-hardship-cases/find',
    summary:
      'Closed cases, the last closed first; those of a medical record number, a guarantor, a case number or a part of a name',
    /** In a body, so that no log of addresses holds a person. */
    body: z.strictObject({
      search: z.string().trim().max(120),
      before: z.strictObject({ at: Instant, caseId: z.uuid() }).nullable(),
    }),
    status: 200,
    reply: z.object({
      cases: z.array(ClosedCase).max(CLOSED_CASES_AT_ONCE),
      /** Ask for what follows before this one; null where nothing does. */
      next: z.object({ at: Instant, caseId: z.uuid() }).nullable(),
    }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
  reopenHardshipCase: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/reopening',
    summary:
      'Open a closed case again and take it, unless another of its guarantor is open. Again changes nothing',
    params: z.object({ caseId: z.uuid() }),
    body: z.strictObject({ reason: Reason }),
    status: 200,
    reply: HardshipCase,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'case_not_found',
      'case_taken',
      'case_open_already',
      'card_in_reason',
    ],
  }),
};
