import { z } from 'zod';
import { CaseToOpen, hardshipCaseRoutes } from '../contract/hardship-cases.ts';
import { call } from './call.ts';

const ofCase = z.strictObject({ caseId: z.uuid() });

/** The cases of the counselors. Nothing of them is kept at the desk. */
export const hardshipCaseCalls = {
  'cases.list': call({ input: z.null(), output: hardshipCaseRoutes.hardshipCases.reply }),
  'cases.read': call({ input: ofCase, output: hardshipCaseRoutes.hardshipCase.reply }),
  'cases.open': call({ input: CaseToOpen, output: hardshipCaseRoutes.openHardshipCase.reply }),
  'cases.take': call({ input: ofCase, output: hardshipCaseRoutes.takeHardshipCase.reply }),
  'cases.putBack': call({ input: ofCase, output: hardshipCaseRoutes.putBackHardshipCase.reply }),
};
