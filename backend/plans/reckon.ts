import type { CalendarDate } from '#shared/calendar/dates.ts';
import { PositiveCents, sumCents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import type { ComparedPlan } from '#shared/plans/compared.ts';
import { disclose } from '#shared/plans/disclosure.ts';
import { allowedRate } from '#shared/plans/interest-policy.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { type Plan, type PlanResult, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import { exceptionFault, type PlanFault, planFault } from '#shared/plans/policy.ts';
import { mayQualify, type Qualifies } from '#shared/plans/qualifies.ts';
import type { StateCode } from '#shared/plans/states.ts';
import type { PlanTerms } from '#shared/plans/terms.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { Refused } from '../http/refused.ts';
import type { OpenCare } from './open-charges.ts';

/** For whom, where and of what a plan is reckoned. */
export interface Debtor extends OpenCare {
  readonly guarantorId: string;
  readonly state: StateCode;
  readonly today: CalendarDate;
  readonly qualifies: Qualifies;
}

const faults = {
  term_not_offered: 'plan_term_not_offered',
  first_in_past: 'plan_first_in_past',
  first_on_closed_day: 'plan_first_on_closed_day',
  first_too_late: 'plan_first_too_late',
} as const satisfies Record<PlanFault, string>;

/** Why arithmetic has no such plan, as the backend refuses it. */
export function refusalOfPlan(result: Extract<PlanResult, { ok: false }>): Refused {
  const { reason } = result.refusal;
  if (reason === 'nothing_owed') return new Refused('plan_nothing_owed');
  if (reason === 'payment_too_small') {
    return new Refused('plan_payment_too_small', { field: 'wish.pace.payCents' });
  }
  if (reason === 'paid_at_once') return new Refused('plan_paid_at_once');
  return new Refused('plan_not_possible');
}

/** The terms behind a wish: no interest where the law forbids it to those who qualify for assistance. */
function termsOf(wish: PlanWish, { state, today, charges, qualifies }: Debtor) {
  const { kind, firstDueOn } = wish;
  const { rateBps, loweredBy } = allowedRate(organization.plans.rateBps, {
    state,
    eligible: mayQualify(qualifies, kind),
    agreedOn: today,
  });
  const amountCents = sumCents(charges.map(charge => charge.amountCents));
  const terms: PlanTerms = { amountCents, rateBps, agreedOn: today, firstDueOn };
  return { terms, loweredBy };
}

function planOf({ pace }: PlanWish, terms: PlanTerms): PlanResult {
  return pace.by === 'months'
    ? planByMonths(terms, pace.months)
    : planByPayment(terms, pace.payCents);
}

/** Everything that is disclosed of a plan (12 CFR 1026.18). */
export function disclosureOf(
  plan: Plan,
  about: {
    readonly kind: PlanWish['kind'];
    readonly guarantorId: string;
    readonly loweredBy: { readonly law: string } | undefined;
  } & OpenCare,
): PlanDisclosure {
  const { schedule, ...figures } = disclose(plan);
  return {
    creditor: organization.name,
    guarantorId: about.guarantorId as PlanDisclosure['guarantorId'],
    kind: about.kind,
    agreedOn: plan.terms.agreedOn,
    rateBps: plan.terms.rateBps,
    interestForbiddenBy: about.loweredBy?.law ?? null,
    ...figures,
    schedule: [...schedule],
    payments: [...plan.payments],
    lateChargeCents: organization.pastDue.lateFeeCentsAtLeast as PlanDisclosure['lateChargeCents'],
    charges: [...about.charges],
    ...(about.pendingCents > 0 && {
      pendingInsuranceCents: PositiveCents.parse(about.pendingCents),
    }),
  };
}

/** The least payment a month that pays everything in time, where the one that was asked for does not. */
export function leastPayment(wish: PlanWish, debtor: Debtor): ComparedPlan['leastCents'] {
  const result = planOf(wish, termsOf(wish, debtor).terms);
  if (result.ok || result.refusal.reason !== 'payment_too_small') return null;
  return PositiveCents.parse(result.refusal.leastCents);
}

/** The disclosure of the plan that was asked for; refuses what policy or arithmetic has no plan for. */
export function reckonPlan(wish: PlanWish, debtor: Debtor): PlanDisclosure {
  const fault = planFault(wish, debtor.today);
  if (fault) throw new Refused(faults[fault]);
  return reckonAny(wish, debtor);
}

/** The same of one that a second person has to allow; refuses what the policy has, and what nobody may allow. */
export function reckonException(wish: PlanWish, debtor: Debtor): PlanDisclosure {
  const fault = exceptionFault(wish, debtor.today);
  if (fault) throw new Refused(fault === 'needless' ? 'plan_exception_needless' : faults[fault]);
  return reckonAny(wish, debtor);
}

function reckonAny(wish: PlanWish, debtor: Debtor): PlanDisclosure {
  const { guarantorId, charges, pendingCents } = debtor;
  if (charges.length === 0 && pendingCents > 0) throw new Refused('plan_waits_for_insurance');
  const { terms, loweredBy } = termsOf(wish, debtor);
  const result = planOf(wish, terms);
  if (!result.ok) throw refusalOfPlan(result);
  const about = { kind: wish.kind, guarantorId, loweredBy, charges, pendingCents };
  return disclosureOf(result.plan, about);
}
