import { dateOf, dayNumber, monthsOn } from './days.ts';

/** What was disclosed of a plan, as far as it says where the plan stands. */
export interface Told {
  readonly agreedOn: string;
  readonly rateBps: number;
  readonly amountFinancedCents: number;
  readonly payments: readonly { readonly dueOn: string; readonly amountCents: number }[];
}

/** What became of it: what was paid, and how long it rested. */
export interface Happened {
  readonly paid: readonly { readonly on: string; readonly cents: number }[];
  readonly rest?: Rest | undefined;
}

/** Payments due later than the day are due so many months later still. */
export interface Rest {
  readonly on: string;
  readonly months: number;
}

/** Where a plan stands at the end of a day, in cents. */
export interface Opinion {
  readonly principal: number;
  /** Earned and not paid. */
  readonly interest: number;
  readonly pastDue: number;
  /** Interest since the agreement, paid or not. */
  readonly earned: number;
  /** Payments that are due later. */
  readonly toCome: number;
}

/** Thirtieths of a month from `day` to a due date: whole months back from it, then days. */
function until(due: string, dueDay: number, day: number): number {
  let months = 0;
  while (monthsOn(due, -months - 1, dueDay) >= day) months += 1;
  return 30 * months + monthsOn(due, -months, dueDay) - day;
}

/** Thirtieths from the agreement to `day` of a plan that never rested: whole months and days since the due dates. */
function elapsed({ agreedOn, payments }: Told, day: number): number {
  const first = payments[0]?.dueOn ?? agreedOn;
  const dueDay = Number(first.slice(8));
  const whole = until(first, dueDay, dayNumber(agreedOn));
  if (day <= dayNumber(first)) return whole - until(first, dueDay, day);
  let months = 0;
  while (monthsOn(first, months + 1, dueDay) <= day) months += 1;
  return whole + 30 * months + Math.min(30, day - monthsOn(first, months, dueDay));
}

/** The same of one that did: the month it rested in ends later, and what was left of it is earned right before. */
function elapsedWithRest(told: Told, rest: Rest | undefined, day: number): number {
  const next = rest && told.payments.find(each => each.dueOn > rest.on)?.dueOn;
  if (!rest || !next || day <= dayNumber(rest.on)) return elapsed(told, day);
  const dueDay = Number((told.payments[0]?.dueOn ?? next).slice(8));
  const moved = monthsOn(next, rest.months, dueDay);
  const whole = elapsed(told, dayNumber(next));
  if (day < moved) {
    const before = elapsed(told, dayNumber(rest.on));
    return Math.max(before, whole - until(dateOf(moved), dueDay, day));
  }
  let months = 0;
  while (monthsOn(dateOf(moved), months + 1, dueDay) <= day) months += 1;
  return whole + 30 * months + Math.min(30, day - monthsOn(dateOf(moved), months, dueDay));
}

function duesOf({ payments }: Told, rest: Rest | undefined): number[] {
  const dueDay = Number((payments[0]?.dueOn ?? '').slice(8));
  return payments.map(({ dueOn }) =>
    rest && dueOn > rest.on ? monthsOn(dueOn, rest.months, dueDay) : dayNumber(dueOn),
  );
}

const least = (left: bigint, right: bigint) => (left < right ? left : right);

/**
 * Where a plan stands at the end of `on`, from what was disclosed and what happened. Written apart from
 * `shared/plans/`, in whole numbers and by another way, so that the two can be held against each other.
 */
export function secondOpinion(told: Told, { paid, rest }: Happened, on: string): Opinion {
  const today = dayNumber(on);
  const dues = duesOf(told, rest);
  const days = [...dues, ...paid.map(each => dayNumber(each.on)), today];
  let [principal, interest, earned, used] = [BigInt(told.amountFinancedCents), 0n, 0n, 0n];
  let at = 0;
  for (const day of [...new Set(days)].sort((left, right) => left - right)) {
    if (day > today) break;
    const now = elapsedWithRest(told, rest, day);
    // Half a cent and more is a cent.
    const twice = 2n * principal * BigInt(told.rateBps) * BigInt(now - at);
    const added = (twice + 3_600_000n) / 7_200_000n;
    [interest, earned, at] = [interest + added, earned + added, now];
    for (const each of paid.filter(payment => dayNumber(payment.on) === day)) {
      const toInterest = least(BigInt(each.cents), interest);
      const toPrincipal = least(BigInt(each.cents) - toInterest, principal);
      interest -= toInterest;
      principal -= toPrincipal;
      used += toInterest + toPrincipal;
    }
  }
  const owed = principal + interest;
  const toCome = owed === 0n ? 0 : dues.filter(due => due > today).length;
  const due = told.payments.filter((_, which) => (dues[which] ?? 0) <= today);
  const dueCents = due.reduce((sum, each) => sum + BigInt(each.amountCents), 0n);
  const late = dueCents > used ? least(dueCents - used, owed) : 0n;
  // When no payment is to come any more, all that is owed is past due.
  const pastDue = due.length === dues.length ? owed : late;
  return {
    principal: Number(principal),
    interest: Number(interest),
    pastDue: Number(pastDue),
    earned: Number(earned),
    toCome,
  };
}
