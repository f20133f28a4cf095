import { z } from 'zod';
import { HardshipCase, ListedCase } from '../hardship/case.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { SHORTEST_REASON } from '../text/shortest-reason.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** The most that are listed at once, what is due first coming first. */
export const MOST_CASES = 500;

/** For whom a case is opened by hand, and why. */
export const CaseToOpen = z.strictObject({
  mrn: Mrn,
  reason: z.string().trim().min(SHORTEST_REASON).max(500),
});
export type CaseToOpen = z.infer<typeof CaseToOpen>;

const byId = z.object({ caseId: z.uuid() });
const refusals = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'case_not_found',
] as const satisfies ProblemCode[];
const held = [...refusals, 'case_closed', 'case_taken'] as const satisfies ProblemCode[];

/**
 * The cases of the financial counselors, in their regions. What is done in a case is done by whoever has
 * it; `case_taken` says in `heldBy` who that is.
 */
export const hardshipCaseRoutes = {
  hardshipCases: route({
    method: 'GET',
    path: '/v1/hardship-cases',
    summary: 'Open cases: the urgent first, then what is due first, then the oldest',
    status: 200,
    reply: z.object({ cases: z.array(ListedCase).max(MOST_CASES) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  hardshipCase: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId',
    summary: 'A case as it is worked on, closed ones too; kept as an access to the record',
    params: byId,
    status: 200,
    reply: HardshipCase,
    problems: refusals,
  }),
  openHardshipCase: route({
    method: 'POST',
    path: '/v1/hardship-cases',
    summary:
      "Open a case for a patient's guarantor and take it; answers with the open one where there is one",
    body: CaseToOpen,
    status: 200,
    reply: HardshipCase,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'patient_not_found', 'card_in_reason'],
  }),
  takeHardshipCase: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/owner',
    summary: 'Take a case that nobody has. Again changes nothing',
    params: byId,
    status: 200,
    reply: HardshipCase,
    problems: held,
  }),
  putBackHardshipCase: route({
    method: 'DELETE',
    path: '/v1/hardship-cases/:caseId/owner',
    summary: 'Put back what one has taken. Again changes nothing',
    params: byId,
    status: 200,
    reply: HardshipCase,
    problems: held,
  }),
};
