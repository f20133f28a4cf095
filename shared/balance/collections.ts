import { Temporal } from 'temporal-polyfill';
import type { Balance } from '../billing/balance.ts';
import type { Charge } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { organization } from '../organization/profile.ts';
import { clocksStandStill } from '../promises/clocks.ts';
import { promiseStanding } from '../promises/standing.ts';
import { daysOverdue, isOverdue } from './overdue.ts';

/** What holds the collections clock, since when; a plan's date is its next instalment, a promise's its day. */
export interface Hold {
  readonly kind: 'application' | 'dispute' | 'plan' | 'promise';
  readonly on: CalendarDate;
}

type Step = 'in_good_standing' | 'past_due' | 'late_fee_due' | 'referral_due' | 'service_hold_due';

/** Where collections stand, and the due date and age that say so; null and 0 in good standing. */
export interface CollectionsStanding {
  readonly standing: Step | 'held';
  readonly dueOn: CalendarDate | null;
  readonly daysOverdue: number;
  readonly holds: readonly Hold[];
}

const policy = organization.pastDue;

function promiseOf({ noted, payments, guarantor }: Balance, today: CalendarDate) {
  const { timeZone } = guarantor;
  return noted.promise && promiseStanding(noted.promise, payments, { timeZone, today });
}

function holdsOf(balance: Balance, today: CalendarDate): Hold[] {
  const { applications, disputes, plan, noted } = balance;
  const { promise } = noted;
  const isOpen = promise && promiseOf(balance, today) === 'open';
  return [
    ...applications.map(({ openedOn }): Hold => ({ kind: 'application', on: openedOn })),
    ...disputes.map(({ openedOn }): Hold => ({ kind: 'dispute', on: openedOn })),
    // A plan holds while it is kept: a missed instalment lets the clock run again.
    ...(plan && plan.nextDueOn >= today ? [{ kind: 'plan' as const, on: plan.nextDueOn }] : []),
    ...(isOpen ? [{ kind: 'promise' as const, on: promise.promisedOn }] : []),
  ];
}

function lateFeeBilled(balance: Balance, late: Charge): boolean {
  return balance.charges.some(
    charge =>
      charge.kind === 'late_fee' &&
      charge.accountId === late.accountId &&
      late.dueOn !== null &&
      charge.servicedOn > late.dueOn,
  );
}

function stepOf(balance: Balance, late: Charge, today: CalendarDate): Step {
  const dueOn = Temporal.PlainDate.from(late.dueOn ?? today);
  const holdFrom = dueOn.add({ months: policy.serviceHoldAfterMonths });
  if (Temporal.PlainDate.compare(today, holdFrom) > 0) return 'service_hold_due';
  const days = daysOverdue(late, today);
  if (days > policy.collectionsAfterDays) return 'referral_due';
  if (days <= policy.afterDays) return 'in_good_standing';
  return late.kind === 'late_fee' || lateFeeBilled(balance, late) ? 'past_due' : 'late_fee_due';
}

/**
 * The next step that collections policy allows today, by the oldest overdue charge. All periods are
 * counted from the due date and a step is due only after its last day has passed: past due from day 31,
 * referral from day 61, service hold from the day after six calendar months. While an application,
 * an open promise or a kept plan is there nothing moves; a dispute holds the disputed charges alone (organization's published
 * policy; a service hold is an extraordinary collection action, and six months after a due date are
 * beyond the 120 days of 26 CFR 1.501(r)-6(c)).
 */
export function collectionsStanding(balance: Balance, today: CalendarDate): CollectionsStanding {
  const oldest = (charges: readonly Charge[]): Charge | undefined =>
    [...charges].sort((left, right) => (left.dueOn ?? '').localeCompare(right.dueOn ?? ''))[0];
  const overdue = balance.charges.filter(charge => isOverdue(charge, today));
  const holds = holdsOf(balance, today);
  const disputed = new Set(balance.disputes.map(dispute => dispute.chargeId));
  const running = overdue.filter(each => !each.disputed && !disputed.has(each.chargeId));
  const late = oldest(running.length > 0 ? running : overdue);
  if (!late) return { standing: 'in_good_standing', dueOn: null, daysOverdue: 0, holds };
  const held = clocksStandStill(
    {
      promise: promiseOf(balance, today),
      openApplications: balance.applications.length,
      planDueOn: balance.plan?.nextDueOn ?? null,
      allDisputed: running.length === 0,
    },
    today,
  );
  const standing = held ? 'held' : stepOf(balance, late, today);
  return { standing, dueOn: late.dueOn, daysOverdue: daysOverdue(late, today), holds };
}
