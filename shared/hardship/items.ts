import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';

/** What a counselor may have to do in a case. */
export const HardshipItemKind = z.enum([
  'referral',
  'callback',
  'documents',
  'decision',
  'appeal',
  'renewal',
  'broken_promise',
  'plan_missed',
  'plan_default',
  'programme',
]);
export type HardshipItemKind = z.infer<typeof HardshipItemKind>;

/** End with the application or the programme they wait for; nobody says that they are done. */
export const endByThemselves: readonly HardshipItemKind[] = [
  'documents',
  'decision',
  'appeal',
  'programme',
];

export const CasePriority = z.enum(['urgent', 'normal', 'low']);
export type CasePriority = z.infer<typeof CasePriority>;

/** One thing to do. `about` is the referral, application, promise or plan it is about. */
export const HardshipItem = z.object({
  itemId: z.uuid(),
  kind: HardshipItemKind,
  about: z.uuid().nullable(),
  openedAt: Instant,
  /** A day on the guarantor's calendar. */
  dueOn: CalendarDate,
  isOverdue: z.boolean(),
  note: z.string().nullable(),
});
export type HardshipItem = z.infer<typeof HardshipItem>;
