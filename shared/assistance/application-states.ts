import { z } from 'zod';
import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { AssistancePolicy } from './policy.ts';

/** How far an application for Medical Financial Assistance is. */
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

/** Every move there is; nothing else is one. */
export const applicationMoves: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['waiting_for_documents', 'in_review', 'withdrawn', 'expired'],
  waiting_for_documents: ['in_review', 'withdrawn', 'expired'],
  in_review: ['waiting_for_documents', 'awarded', 'denied', 'withdrawn'],
  awarded: ['expired'],
  denied: ['appealed'],
  appealed: ['awarded', 'denied', 'withdrawn'],
  withdrawn: [],
  expired: [],
};

/** Whether somebody still waits for an answer: collections stand still meanwhile. */
export function isOpenApplication(state: ApplicationState): boolean {
  return !['awarded', 'denied', 'withdrawn', 'expired'].includes(state);
}

/** The last day of a decision: so many business days after the application was complete. */
export function decideBy(completeOn: CalendarDate, policy: AssistancePolicy): CalendarDate {
  return businessDaysAfter(completeOn, policy.decisionBusinessDays);
}
