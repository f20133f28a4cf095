import { z } from 'zod';
import { programmeRoutes } from '../contract/programmes.ts';
import { ProgrammeEnd, ProgrammeFollowUp, ProgrammeToRefer } from '../hardship/programmes.ts';
import { call } from './call.ts';

const caseId = z.uuid();
const which = { caseId, programmeReferralId: z.uuid() };

/** Referrals of a case to other programmes. Nothing of them is kept at the desk. */
export const programmeCalls = {
  'programmes.list': call({
    input: z.strictObject({ caseId }),
    output: programmeRoutes.programmes.reply,
  }),
  'programmes.refer': call({
    input: z.strictObject({ ...which, referral: ProgrammeToRefer }),
    output: programmeRoutes.referToProgramme.reply,
  }),
  'programmes.followUp': call({
    input: z.strictObject({ ...which, stepId: z.uuid(), followUp: ProgrammeFollowUp }),
    output: programmeRoutes.followUpProgramme.reply,
  }),
  'programmes.close': call({
    input: z.strictObject({ ...which, end: ProgrammeEnd }),
    output: programmeRoutes.closeProgramme.reply,
  }),
};
