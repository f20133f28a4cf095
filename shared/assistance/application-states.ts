import { z } from 'zod';

/** Where an application for Medical Financial Assistance stands. An appeal is the same application, decided once more. */
export const ApplicationState = z.enum([
  'draft',
  'waiting_for_documents',
  'in_review',
  'awarded',
  'denied',
  'appealed',
  'withdrawn',
  'expired',
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** The only moves there are; the backend's database holds this table and refuses to write any other. */
export const applicationMoves: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['waiting_for_documents', 'in_review', 'withdrawn'],
  waiting_for_documents: ['in_review', 'withdrawn', 'expired'],
  in_review: ['awarded', 'denied', 'withdrawn'],
  awarded: [],
  denied: ['appealed'],
  appealed: ['awarded', 'denied', 'withdrawn'],
  withdrawn: [],
  expired: [],
};

/** While it is in one of these, collections stand still; a draft has not been handed in. */
export const openApplicationStates = ['waiting_for_documents', 'in_review', 'appealed'] as const;
