import { z } from 'zod';

/** Where an application for Medical Financial Assistance stands. */
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

/** While it is in one of these, collections stand still; a draft has not been handed in. */
export const openApplicationStates = ['waiting_for_documents', 'in_review', 'appealed'] as const;
