import type { CalendarDate } from '../calendar/dates.ts';
import { inMonth } from '../calendar/months.ts';
import { type Cents, cents, lesserCents, noCents, sumCents } from '../money/cents.ts';
import { interestFor } from './interest.ts';
import type { Plan } from './plan.ts';
import { earnedThirtieths, type PlanPeriod, paused, periodsOf } from './plan-clock.ts';
import type { PlanEvent } from './plan-events.ts';
import { dueDayOf } from './terms.ts';

/** Where a plan stands at the end of a day. */
export interface PlanStanding {
  readonly principalCents: Cents;
  /** Earned and not yet paid. */
  readonly interestCents: Cents;
  /** What ends the plan today. */
  readonly payoffCents: Cents;
  /** Instalments that were due until today and were not paid. */
  readonly pastDueCents: Cents;
  readonly paidInterestCents: Cents;
  readonly paidPrincipalCents: Cents;
  /** Everything earned until now, with what was carried along; whether paid, adjusted or still owed. */
  readonly earnedInterestCents: Cents;
  /** Paid beyond what was owed: not the plan's. */
  readonly excessCents: Cents;
  /** The due dates to come, moved by pauses; none when everything is paid. */
  readonly dueDates: readonly CalendarDate[];
}

interface Account {
  readonly earned: number;
  readonly principal: Cents;
  readonly interest: Cents;
  readonly paidInterest: Cents;
  readonly paidPrincipal: Cents;
  readonly instalments: Cents;
  readonly excess: Cents;
  readonly earnedInterest: Cents;
}

function accrue(account: Account, rateBps: number, earned: number): Account {
  const interest = interestFor(account.principal, rateBps, earned - account.earned);
  return {
    ...account,
    earned,
    interest: sumCents([account.interest, interest]),
    earnedInterest: sumCents([account.earnedInterest, interest]),
  };
}

/** Interest first, then the balance; what is left belongs to nobody here. */
function post(
  account: Account,
  event: Extract<PlanEvent, { kind: 'instalment' | 'extra' }>,
): Account {
  const interest = lesserCents(event.amountCents, account.interest);
  const principal = lesserCents(cents(event.amountCents - interest), account.principal);
  const used = sumCents([interest, principal]);
  return {
    ...account,
    interest: cents(account.interest - interest),
    principal: cents(account.principal - principal),
    paidInterest: sumCents([account.paidInterest, interest]),
    paidPrincipal: sumCents([account.paidPrincipal, principal]),
    instalments:
      event.kind === 'extra' ? account.instalments : sumCents([account.instalments, used]),
    excess: cents(account.excess + event.amountCents - used),
  };
}

/** Off the part it is of, then off the other; nothing is ever below zero. */
function adjust(
  account: Account,
  { amountCents, of }: Extract<PlanEvent, { kind: 'adjustment' }>,
): Account {
  if (amountCents < 0) return { ...account, principal: cents(account.principal - amountCents) };
  const other = of === 'principal' ? 'interest' : 'principal';
  const first = lesserCents(amountCents, account[of]);
  const second = lesserCents(cents(amountCents - first), account[other]);
  return {
    ...account,
    [of]: cents(account[of] - first),
    [other]: cents(account[other] - second),
    excess: cents(account.excess + amountCents - first - second),
  };
}

function opened({ terms }: Plan): Account {
  const { amountCents: principal, carriedInterestCents: interest = noCents } = terms;
  const nothing = { paidInterest: noCents, paidPrincipal: noCents, instalments: noCents };
  return {
    earned: 0,
    principal,
    interest,
    ...nothing,
    excess: noCents,
    earnedInterest: interest,
  };
}

function standingOf(
  plan: Plan,
  periods: readonly PlanPeriod[],
  account: Account,
  on: CalendarDate,
) {
  const payoffCents = sumCents([account.principal, account.interest]);
  const due = plan.payments.filter((_, index) => (periods[index]?.dueOn ?? on) <= on);
  const dueCents = sumCents(due.map(payment => payment.amountCents));
  // The last takes the remainder, also of what came late or was added meanwhile.
  const isOver = due.length === plan.payments.length;
  const unpaid = isOver ? payoffCents : cents(Math.max(0, dueCents - account.instalments));
  return {
    principalCents: account.principal,
    interestCents: account.interest,
    payoffCents,
    pastDueCents: lesserCents(unpaid, payoffCents),
    paidInterestCents: account.paidInterest,
    paidPrincipalCents: account.paidPrincipal,
    earnedInterestCents: account.earnedInterest,
    excessCents: account.excess,
    dueDates: payoffCents === 0 ? [] : periods.slice(due.length).map(period => period.dueOn),
  } satisfies PlanStanding;
}

/** Every due date of a plan, those that have passed among them, as its pauses have moved them. */
export function dueDatesOf(plan: Plan, events: readonly PlanEvent[]): CalendarDate[] {
  const pauses = events.filter(event => event.kind === 'pause');
  const moved = pauses
    .sort((left, right) => left.on.localeCompare(right.on))
    .reduce((periods, pause) => paused(periods, pause, dueDayOf(plan.terms)), periodsOf(plan));
  return moved.map(({ dueOn }) => dueOn);
}

/**
 * The dates until `on` to which a plan's interest is billed: its due dates, and the same day of each month after the
 * last of them, as long as something is owed.
 */
export function billingDatesOf(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): CalendarDate[] {
  const dates = dueDatesOf(plan, events);
  const last = dates.at(-1);
  for (let months = 1; last; months += 1) {
    const date = inMonth(last, months, dueDayOf(plan.terms));
    if (date > on) break;
    dates.push(date);
  }
  return dates.filter(date => date <= on);
}

/**
 * Where a plan stands at the end of `on`, after these events; those after `on` are left out. Interest is
 * reckoned on each due date and on each payment's or adjustment's day, on the open balance alone.
 */
export function planStanding(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): PlanStanding {
  const { rateBps } = plan.terms;
  const dueDay = dueDayOf(plan.terms);
  let periods = periodsOf(plan);
  let account = opened(plan);
  let reached = plan.terms.agreedOn;
  const accrueOn = (date: CalendarDate) => {
    account = accrue(account, rateBps, earnedThirtieths(periods, date, dueDay));
  };
  const passDueDates = (until: CalendarDate) => {
    const passed = periods.filter(({ dueOn }) => dueOn > reached && dueOn <= until);
    for (const { dueOn } of passed) accrueOn(dueOn);
    reached = until;
  };
  const until = events.filter(event => event.on <= on);
  for (const event of until.sort((left, right) => left.on.localeCompare(right.on))) {
    passDueDates(event.on);
    if (event.kind === 'pause') {
      // Nothing is rounded here: the month's interest stays what it would have been.
      periods = paused(periods, event, dueDay);
    } else {
      accrueOn(event.on);
      account = event.kind === 'adjustment' ? adjust(account, event) : post(account, event);
    }
  }
  passDueDates(on);
  accrueOn(on);
  return standingOf(plan, periods, account, on);
}
