import { z } from 'zod';
import { LedgerKind } from '../billing/account.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { collectionsSteps } from './timeline.ts';

const HoldShown = z.object({
  kind: z.enum(['application', 'dispute', 'promise', 'plan']),
  from: CalendarDate,
  /** The last day of it; null while it is open. */
  until: CalendarDate.nullable(),
});

/** Where an account stands on its way to collections. */
export const CollectionsStage = z.enum([
  'in_good_standing',
  'held',
  'past_due',
  'referral',
  'service_hold',
  'extraordinary_action',
]);
export type CollectionsStage = z.infer<typeof CollectionsStage>;

/** The way of one account towards collections, by what is open longest of it and not held where something is not. */
export const AccountTimeline = z.object({
  accountId: z.uuid(),
  accountNumber: z.string(),
  ledger: LedgerKind,
  patientName: z.string(),
  /** What is counted from. */
  chargeId: z.uuid(),
  description: z.string(),
  firstBilledOn: CalendarDate,
  dueOn: CalendarDate,
  /** All that is open of the account with a due date that has come, in cents. */
  dueCents: Cents,
  stage: CollectionsStage,
  /** Those that touch its days, oldest first. */
  holds: z.array(HoldShown),
  steps: z.array(
    z.object({
      step: z.enum(collectionsSteps),
      on: CalendarDate.nullable(),
      state: z.enum(['happened', 'due', 'comes', 'stands_still', 'left_out']),
    }),
  ),
});
export type AccountTimeline = z.infer<typeof AccountTimeline>;
export type TimelineStep = AccountTimeline['steps'][number];
export type TimelineHold = AccountTimeline['holds'][number];

/** The timelines of a guarantor's accounts on a date of the region. */
export const CollectionsShown = z.object({
  today: CalendarDate,
  accounts: z.array(AccountTimeline),
});
export type CollectionsShown = z.infer<typeof CollectionsShown>;
