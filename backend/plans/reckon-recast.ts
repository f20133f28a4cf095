import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, PositiveCents, sumCents } from '#shared/money/cents.ts';
import type { PlanChangeTerms, PlanChangeWish } from '#shared/plans/change.ts';
import { longestTerm } from '#shared/plans/change-policy.ts';
import { allowedRate, interestForbiddenBy } from '#shared/plans/interest-policy.ts';
import { type Plan, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import { pictureOf } from '#shared/plans/plan-picture.ts';
import type { PlanStanding } from '#shared/plans/plan-standing.ts';
import { mayQualify, type Qualifies } from '#shared/plans/qualifies.ts';
import { dueDayOf, type PlanTerms } from '#shared/plans/terms.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import type { KeptPlan } from './kept-plan.ts';
import type { OpenCare, PlannedCharge } from './open-charges.ts';
import { disclosureOf, refusalOfPlan } from './reckon.ts';

type RecastWish = Extract<PlanChangeWish, { kind: 'recast' }>;

interface ToRecast {
  readonly kept: KeptPlan;
  readonly standing: PlanStanding;
  readonly firstDueOn: CalendarDate;
  /** What is open of the plan's own charges. */
  readonly charges: readonly PlannedCharge[];
  /** What is open beside it. */
  readonly beside: OpenCare;
  readonly about: AboutPlan;
  readonly qualifies: Qualifies;
}

/** Another kind of plan than everybody's is a counselor's to make, in a case. */
function refuseOnCall({ planKind }: RecastWish, { kept, about }: ToRecast): void {
  const isStandard = planKind === 'standard' && kept.wish.kind === 'standard';
  if (!isStandard && about.caseId === null) throw new Refused('plan_change_by_counselor');
}

/** The plan over what is owed, at the same rate unless a law forbids interest; refuses a longer term than there is. */
function recastPlan(
  { pace, planKind }: RecastWish,
  { kept, standing, firstDueOn, about, qualifies }: ToRecast,
  addedCents: Cents,
) {
  const { terms: before } = kept.plan;
  const { today: agreedOn, state } = about;
  const applicant = { state, eligible: mayQualify(qualifies, planKind), agreedOn };
  const { rateBps } = allowedRate(before.rateBps, applicant);
  const terms: PlanTerms = {
    amountCents: sumCents([standing.principalCents, addedCents]),
    carriedInterestCents: standing.interestCents,
    rateBps,
    agreedOn,
    firstDueOn,
    dueDay: dueDayOf(before),
  };
  const result =
    pace.by === 'months' ? planByMonths(terms, pace.months) : planByPayment(terms, pace.payCents);
  if (!result.ok) throw refusalOfPlan(result);
  if (result.plan.payments.length > longestTerm(planKind)) {
    throw new Refused('plan_term_not_offered');
  }
  return { plan: result.plan, loweredBy: interestForbiddenBy(applicant) };
}

/** How it stands after the change, and its disclosure: it is credit anew (12 CFR 1026.20(a)). */
export function reckonRecast(
  wish: RecastWish,
  toRecast: ToRecast,
): Pick<PlanChangeTerms, 'after' | 'disclosure' | 'addedCents'> {
  refuseOnCall(wish, toRecast);
  const { kept, standing, beside } = toRecast;
  const added = wish.adds ? beside.charges : [];
  if (wish.adds && added.length === 0) throw new Refused('plan_nothing_to_add');
  const addedCents = sumCents(added.map(each => each.amountCents));
  const { plan, loweredBy }: { plan: Plan; loweredBy?: { law: string } | undefined } = recastPlan(
    wish,
    toRecast,
    addedCents,
  );
  const about = {
    kind: wish.planKind,
    guarantorId: kept.guarantorId,
    loweredBy,
    charges: [...toRecast.charges, ...added],
    pendingCents: beside.pendingCents,
  };
  const continues = {
    planId: kept.planId,
    carriedInterestCents: standing.interestCents,
    dueDay: dueDayOf(kept.plan.terms),
  };
  return {
    after: pictureOf(plan, [], plan.terms.agreedOn),
    ...(addedCents > 0 && { addedCents: PositiveCents.parse(addedCents) }),
    disclosure: { ...disclosureOf(plan, about), continues },
  };
}
