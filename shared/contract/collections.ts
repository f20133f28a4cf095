import { z } from 'zod';
import { CollectionsShown } from '../collections/account-timeline.ts';
import { route } from './route.ts';

const summary =
  'The way of each account towards collections: what happened, what comes and what stands still';

export const collectionsRoutes = {
  /** For a verified caller. */
  collections: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/collections',
    summary: `${summary}, for a verified caller`,
    params: z.object({ verificationId: z.uuid() }),
    status: 200,
    reply: CollectionsShown,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_verified'],
  }),
  /** In a case of a counselor's regions, whoever has it. */
  caseCollections: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/collections',
    summary: `${summary}, in a counselor's case`,
    params: z.object({ caseId: z.uuid() }),
    status: 200,
    reply: CollectionsShown,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'case_not_found'],
  }),
};
