import type { CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';
import { type Cents, noCents } from '../money/cents.ts';
import { thirtiethsUntil } from './interest.ts';
import { planLimits } from './limits.ts';
import type { Debt } from './pay-off.ts';
import type { PlanRefusal } from './refusal.ts';

/** What a plan is reckoned from, whichever of term and payment is chosen first. */
export interface PlanTerms {
  readonly amountCents: Cents;
  /** Of a year: 799 is 7.99 %. */
  readonly rateBps: number;
  readonly agreedOn: CalendarDate;
  /** The day of the agreement or a later one. */
  readonly firstDueOn: CalendarDate;
  /** 1 to 31: the day it is meant to be due where the first month has no such day. */
  readonly dueDay?: number;
  /** Unpaid interest of a plan that this one goes on from. */
  readonly carriedInterestCents?: Cents;
}

/** The day of the month that payments are due on; months without it are due on their last. */
export function dueDayOf({ firstDueOn, dueDay }: PlanTerms): number {
  return dueDay ?? dayOfMonth(firstDueOn);
}

/** The due date of payment `index`, counted from 0. */
export function dueDate(terms: PlanTerms, index: number): CalendarDate {
  return inMonth(terms.firstDueOn, index, dueDayOf(terms));
}

/** The debt behind the terms. */
export function debtOf(terms: PlanTerms): Debt {
  const { amountCents, rateBps, agreedOn, firstDueOn, carriedInterestCents = noCents } = terms;
  const firstPeriodThirtieths = thirtiethsUntil(firstDueOn, agreedOn, dueDayOf(terms));
  return { amountCents, rateBps, firstPeriodThirtieths, carriedInterestCents };
}

/** Why these terms make no plan; undefined when they do. */
export function refusalOf(terms: PlanTerms): PlanRefusal | undefined {
  const { amountCents, rateBps, agreedOn, firstDueOn } = terms;
  if (amountCents <= 0) return { reason: 'nothing_owed' };
  if (amountCents > planLimits.amountCents) return { reason: 'amount_too_large' };
  if (!Number.isInteger(rateBps) || rateBps < 0 || rateBps > planLimits.rateBps) {
    return { reason: 'rate_out_of_range' };
  }
  if (firstDueOn < agreedOn) return { reason: 'first_before_agreed' };
  const latest = inMonth(agreedOn, planLimits.firstDueMonths, dayOfMonth(agreedOn));
  if (firstDueOn > latest) return { reason: 'first_too_late' };
  return dueDate(terms, 0) === firstDueOn ? undefined : { reason: 'not_the_due_day' };
}
