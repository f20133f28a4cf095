import type { Period } from './periods.ts';
import { nominalDays, type UnitPeriod, unitPeriodText, year } from './unit-period.ts';

interface Candidate {
  readonly unit: UnitPeriod;
  readonly periods: ReadonlySet<Period>;
}

function candidatesOf(periods: readonly Period[]): Candidate[] {
  const named = new Map<string, { unit: UnitPeriod; periods: Set<Period> }>();
  for (const period of periods) {
    for (const unit of period.names) {
      const name = unitPeriodText(unit);
      const candidate = named.get(name) ?? { unit, periods: new Set() };
      candidate.periods.add(period);
      named.set(name, candidate);
    }
  }
  return [...named.values()];
}

const rank = { months: 0, semimonth: 1, weeks: 2, days: 3 } as const;

/** Two Februaries of 28 days do not make a monthly plan one of 4 weeks: they are months, too. */
function isAnotherNameOf(candidate: Candidate, other: Candidate): boolean {
  return (
    rank[other.unit.kind] < rank[candidate.unit.kind] &&
    [...candidate.periods].every(period => other.periods.has(period))
  );
}

/** The average of all periods, to the nearest standard interval, the lower of two (b)(4)(i)(B). */
function nearestStandard(periods: readonly Period[]): UnitPeriod {
  const total = periods.reduce((sum, period) => sum + period.nominalDays, 0);
  const average = total / periods.length;
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const standard: UnitPeriod[] = [
    ...upTo(12).map(count => ({ kind: 'months' as const, count })),
    { kind: 'semimonth', count: 1 },
    ...upTo(51).map(count => ({ kind: 'weeks' as const, count })),
    { kind: 'days', count: 1 },
  ];
  const distance = (unit: UnitPeriod) => Math.abs(nominalDays(unit) - average);
  return standard.reduce((best, unit) => {
    const nearer = distance(unit) - distance(best);
    return nearer < 0 || (nearer === 0 && nominalDays(unit) < nominalDays(best)) ? unit : best;
  }, year);
}

/**
 * The unit-period of a transaction of several advances or payments (appendix J (b)(4)(i)): the common
 * period that occurs most often, the smaller of two as frequent, or else the average of all periods.
 */
export function chooseUnitPeriod(periods: readonly Period[]): UnitPeriod {
  const candidates = candidatesOf(periods);
  const common = candidates.filter(
    each =>
      each.periods.size > 1 &&
      !candidates.some(other => other.periods.size > 1 && isAnotherNameOf(each, other)),
  );
  const [first] = common.sort(
    (left, right) =>
      right.periods.size - left.periods.size || nominalDays(left.unit) - nominalDays(right.unit),
  );
  return first?.unit ?? nearestStandard(periods);
}
