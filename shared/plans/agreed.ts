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
    'payoff_asked',
    'missed',
    'default_noticed',
    'cured',
    'defaulted',
    'cancelled',
    'paid_off',
    'reopened',
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
  /** What will be due on the days to come; fewer than there are dates where it is paid off sooner. */
  coming: z.array(z.object({ dueOn: CalendarDate, amountCents: PositiveCents })),
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
  /** What is open of its charges, its interest among them: what a payment of the plan pays. */
  openCharges: z.array(z.object({ chargeId: z.uuid(), openCents: PositiveCents })),
  /**
   * Open care that is not in it and can be taken in by a change, and what the insurance has not answered yet, in cents;
   * null of a plan that has ended.
   */
  beside: z.object({ openCents: Cents, pendingCents: Cents }).nullable(),
  /** It is in default unless so much is paid by then; null while nothing threatens it. */
  notice: z.object({ amountCents: PositiveCents, payBy: CalendarDate }).nullable(),
  /** The last day on which it rests; null while it does not. */
  restsUntil: CalendarDate.nullable(),
});
export type AgreedPlan = z.infer<typeof AgreedPlan>;
