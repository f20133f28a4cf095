import { z } from 'zod';
import { SaidHousehold, screeningRoutes } from '../contract/screening.ts';
import { call } from './call.ts';

const caseId = z.uuid();

/** What the household of a case says of itself. Nothing of it is kept at the desk. */
export const screeningCalls = {
  'screening.read': call({
    input: z.strictObject({ caseId }),
    output: screeningRoutes.screenings.reply,
  }),
  'screening.save': call({
    input: z.strictObject({ caseId, screeningId: z.uuid(), household: SaidHousehold }),
    output: screeningRoutes.saveScreening.reply,
  }),
};
