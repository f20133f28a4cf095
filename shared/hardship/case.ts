import { z } from 'zod';
import { Referral } from '../billing/referral.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { StateCode } from '../plans/states.ts';
import { CasePriority, HardshipItem } from './items.ts';

/** How a case ended. */
export const CaseOutcome = z.enum([
  'assisted',
  'plan_made',
  'paid',
  'not_eligible',
  'declined_help',
  'not_reached',
  'other',
]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** A case as the worklist shows it. */
export const ListedCase = z.object({
  caseId: z.uuid(),
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  openedAt: Instant,
  priority: CasePriority,
  /** By a counselor; otherwise it follows what is due. */
  isPrioritySet: z.boolean(),
  /** Of what is due first; null while nothing is to be done. */
  dueOn: CalendarDate.nullable(),
  isOverdue: z.boolean(),
  /** Open ones, what is due first coming first. */
  items: z.array(HardshipItem),
  /** Whose it is; null while nobody has it. */
  owner: z.object({ name: z.string(), at: Instant, isYou: z.boolean() }).nullable(),
});
export type ListedCase = z.infer<typeof ListedCase>;

const CaseEvent = z.object({
  at: Instant,
  /** Null for what a daily run did. */
  by: z.string().nullable(),
  kind: z.string(),
  about: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** A case as it is worked on. */
export const HardshipCase = ListedCase.extend({
  state: StateCode,
  patients: z.array(z.object({ mrn: Mrn, fullName: z.string() })),
  /** Open on medical accounts, in cents; premiums are never helped with. */
  medicalCents: Cents,
  pastDueCents: Cents,
  referrals: z.array(Referral.extend({ by: z.string() })),
  /** The newest first. */
  events: z.array(CaseEvent),
  closed: z
    .object({ at: Instant, by: z.string(), outcome: CaseOutcome, note: z.string() })
    .nullable(),
});
export type HardshipCase = z.infer<typeof HardshipCase>;
