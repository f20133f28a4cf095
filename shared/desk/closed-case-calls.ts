import { z } from 'zod';
import { closedCaseRoutes } from '../contract/closed-cases.ts';
import { HardshipCase } from '../hardship/case.ts';
import { call } from './call.ts';

/** Closed cases of the counselors. Nothing of them is kept at the desk. */
export const closedCaseCalls = {
  'cases.closed': call({
    input: closedCaseRoutes.closedCases.body,
    output: closedCaseRoutes.closedCases.reply,
  }),
  'cases.reopen': call({
    input: closedCaseRoutes.reopenHardshipCase.body.extend({ caseId: z.uuid() }),
    output: HardshipCase,
  }),
};
