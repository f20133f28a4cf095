import { z } from 'zod';
import { ListedLetter } from '../assistance/assistance-letter.ts';
import type { ProblemCode } from './problem.ts';
import { FileReply, route } from './route.ts';

const always = ['bad_request', 'signed_out', 'not_allowed'] as const satisfies ProblemCode[];

/** Letters about applications for assistance, as they leave. */
export const assistanceLetterRoutes = {
  assistanceLetters: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/letters',
    summary: 'The letters about the applications of a case, the newest first',
    params: z.object({ caseId: z.uuid() }),
    status: 200,
    reply: z.object({ letters: z.array(ListedLetter) }),
    problems: [...always, 'case_not_found'],
  }),
  assistanceLetter: route({
    method: 'GET',
    path: '/v1/assistance-letters/:letterId/pdf',
    summary: 'A letter as PDF, word for word as it leaves; kept as an access',
    params: z.object({ letterId: z.uuid() }),
    status: 200,
    reply: FileReply,
    fileReply: true,
    problems: [...always, 'letter_not_found'],
  }),
};
