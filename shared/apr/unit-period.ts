/** The interval that the rate is counted by (appendix J (b)(4)); 12 months are the year. */
export type UnitPeriod =
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'weeks'; readonly count: number }
  | { readonly kind: 'semimonth'; readonly count: 1 }
  | { readonly kind: 'months'; readonly count: number };

export const year: UnitPeriod = { kind: 'months', count: 12 };

const DAYS = { days: 1, weeks: 7, semimonth: 15, months: 30 } as const;

/** Days of a unit-period where every month has 30 (appendix J (b)(5)(iii)); to compare lengths. */
export function nominalDays({ kind, count }: UnitPeriod): number {
  return DAYS[kind] * count;
}

const A_YEAR = { days: 365, weeks: 52, semimonth: 24, months: 12 } as const;

/** Unit-periods in a year (appendix J (b)(5)). */
export function unitPeriodsPerYear({ kind, count }: UnitPeriod): number {
  return A_YEAR[kind] / count;
}

/** A unit-period as it is written down: `month`, `2 weeks`, `year`. */
export function unitPeriodText(unit: UnitPeriod): string {
  if (unit.kind === 'semimonth') return 'semimonth';
  if (unit.kind === 'months' && unit.count === 12) return 'year';
  return unit.count === 1 ? unit.kind.slice(0, -1) : `${unit.count} ${unit.kind}`;
}
