import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import { levelPayment } from './level-payment.ts';
import { planLimits } from './limits.ts';
import { type Debt, type Payment, payOff } from './pay-off.ts';
import type { PlanRefusal } from './refusal.ts';
import { debtOf, dueDate, type PlanTerms, refusalOf } from './terms.ts';

/** A payment with its due date. */
export interface Instalment extends Payment {
  readonly dueOn: CalendarDate;
}

export interface Plan {
  readonly terms: PlanTerms;
  /** What is paid each month; the last payment takes the remainder. */
  readonly levelCents: Cents;
  readonly payments: readonly Instalment[];
}

export type PlanResult = { ok: true; plan: Plan } | { ok: false; refusal: PlanRefusal };

function refused(refusal: PlanRefusal): PlanResult {
  return { ok: false, refusal };
}

function planOf(terms: PlanTerms, levelCents: Cents, payments: readonly Payment[]): PlanResult {
  const dated = payments.map((payment, index) => ({ dueOn: dueDate(terms, index), ...payment }));
  return { ok: true, plan: { terms, levelCents, payments: dated } };
}

/**
 * The plan that pays within so many months (2 to 120): a level payment, interest each month on the open
 * balance, the last payment with the remainder. Amounts of less cents than months are paid sooner: there
 * are fewer payments than months then, never one of 0.
 */
export function planByMonths(terms: PlanTerms, months: number): PlanResult {
  const refusal = refusalOf(terms);
  if (refusal) return refused(refusal);
  const { from, to } = planLimits.months;
  if (!Number.isInteger(months) || months < from || months > to) {
    return refused({ reason: 'term_out_of_range' });
  }
  const debt = debtOf(terms);
  const level = levelPayment(debt, months);
  return planOf(terms, level, payOff(debt, level, months));
}

/** The least number of months that this payment is enough for; a few cents do not make another month. */
function monthsFor(debt: Debt, levelCents: Cents): number {
  let [low, high]: [number, number] = [planLimits.months.from, planLimits.months.to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (levelPayment(debt, middle) <= levelCents) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The plan that pays so much a month, in as many months as it takes. Refused where that would be more
 * than 120, with the least payment that is enough, or where the first payment pays everything.
 */
export function planByPayment(terms: PlanTerms, levelCents: Cents): PlanResult {
  const refusal = refusalOf(terms);
  if (refusal) return refused(refusal);
  const debt = debtOf(terms);
  const leastCents = levelPayment(debt, planLimits.months.to);
  if (levelCents < leastCents) return refused({ reason: 'payment_too_small', leastCents });
  const payments = payOff(debt, levelCents, monthsFor(debt, levelCents));
  if (payments.length === 1) return refused({ reason: 'paid_at_once' });
  return planOf(terms, levelCents, payments);
}
