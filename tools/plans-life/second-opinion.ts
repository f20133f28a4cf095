/** What was disclosed of a plan, as far as it says where the plan stands. */
export interface Told {
  readonly agreedOn: string;
  readonly rateBps: number;
  readonly amountFinancedCents: number;
  readonly payments: readonly { readonly dueOn: string; readonly amountCents: number }[];
}

export interface Paid {
  readonly on: string;
  readonly cents: number;
}

/** Where a plan stands at the end of a day, in cents. */
export interface Opinion {
  readonly principal: number;
  /** Earned and not paid. */
  readonly interest: number;
  readonly pastDue: number;
  /** Interest since the agreement, paid or not. */
  readonly earned: number;
}

const DAY_MS = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / DAY_MS;

/** The day so many months after `date`, on the day of the month `day` or the month's last. */
function monthsOn(date: string, months: number, day: number): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, last)) / DAY_MS;
}

/** Thirtieths of a month from `day` to the first due date: whole months back from it, then days. */
function untilFirst(first: string, day: number): number {
  const dueDay = Number(first.slice(8));
  let months = 0;
  while (monthsOn(first, -months - 1, dueDay) >= day) months += 1;
  return 30 * months + monthsOn(first, -months, dueDay) - day;
}

/** Thirtieths of a month in which interest was earned from the agreement to `day`. */
function elapsed({ agreedOn, payments }: Told, day: number): bigint {
  const first = payments[0]?.dueOn ?? agreedOn;
  const whole = untilFirst(first, dayNumber(agreedOn));
  if (day <= dayNumber(first)) return BigInt(whole - untilFirst(first, day));
  const dueDay = Number(first.slice(8));
  let months = 0;
  while (monthsOn(first, months + 1, dueDay) <= day) months += 1;
  return BigInt(whole + 30 * months + Math.min(30, day - monthsOn(first, months, dueDay)));
}

const least = (left: bigint, right: bigint) => (left < right ? left : right);

/**
 * Where a plan stands at the end of `on`, from what was disclosed and what was paid. Written apart from
 * `shared/plans/`, in whole numbers and by another way, so that the two can be held against each other.
 */
export function secondOpinion(told: Told, paid: readonly Paid[], on: string): Opinion {
  const until = dayNumber(on);
  const dues = told.payments.map(each => dayNumber(each.dueOn));
  const days = [...dues, ...paid.map(each => dayNumber(each.on)), until].filter(
    day => day <= until,
  );
  let [principal, interest, earned, used, at] = [BigInt(told.amountFinancedCents), 0n, 0n, 0n, 0n];
  for (const day of [...new Set(days)].sort((left, right) => left - right)) {
    const now = elapsed(told, day);
    // Half a cent and more is a cent.
    const added = (principal * BigInt(told.rateBps) * (now - at) * 2n + 3_600_000n) / 7_200_000n;
    [interest, earned, at] = [interest + added, earned + added, now];
    for (const each of paid.filter(payment => dayNumber(payment.on) === day)) {
      const toInterest = least(BigInt(each.cents), interest);
      const toPrincipal = least(BigInt(each.cents) - toInterest, principal);
      interest -= toInterest;
      principal -= toPrincipal;
      used += toInterest + toPrincipal;
    }
  }
  const due = told.payments.reduce(
    (sum, each, at) => sum + ((dues[at] ?? 0) <= until ? BigInt(each.amountCents) : 0n),
    0n,
  );
  const unpaid = due > used ? due - used : 0n;
  const pastDue = least(unpaid, principal + interest);
  const [one, two, three, four] = [principal, interest, pastDue, earned].map(Number);
  return { principal: one ?? 0, interest: two ?? 0, pastDue: three ?? 0, earned: four ?? 0 };
}
