import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { PlanAcceptance, PlanDisclosure } from './offer.ts';
import { PlanWish } from './wish.ts';

export const PlanState = z.enum(['active', 'paid_off', 'cancelled', 'defaulted', 'recast']);
export type PlanState = z.infer<typeof PlanState>;

const PlanHappening = z.object({
  kind: z.enum([
    'agreed',
    'paused',
    'resumed',
    'recast',
    'missed',
    'defaulted',
    'cancelled',
    'paid_off',
  ]),
  at: Instant,
  on: CalendarDate,
  months: z.int().nullable(),
  why: z.string().nullable(),
});

/** Where a plan stands at the end of a day, in cents; `shared/plans/plan-standing.ts` reckons it. */
const Standing = z.object({
  principalCents: Cents,
  interestCents: Cents,
  payoffCents: Cents,
  pastDueCents: Cents,
  dueDates: z.array(CalendarDate),
});

/** A plan as it was agreed, and what became of it. */
export const AgreedPlan = z.object({
  planId: z.uuid(),
  wish: PlanWish,
  disclosure: PlanDisclosure,
  acceptance: PlanAcceptance,
  levelCents: PositiveCents,
  state: PlanState,
  why: z.string().nullable(),
  madeAt: Instant,
  standing: Standing,
  happenings: z.array(PlanHappening),
});
export type AgreedPlan = z.infer<typeof AgreedPlan>;
