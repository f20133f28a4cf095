import type { UnitPeriods } from './count-unit-periods.ts';

/** A term of the general equation: a payment above 0, an advance below. */
export interface TimedAmount extends UnitPeriods {
  readonly amount: number;
}

/** What payments exceed advances by at the rate `i` a unit-period (appendix J (b)(8)). */
function excessAt(i: number, flows: readonly TimedAmount[]): number {
  let excess = 0;
  for (const { amount, full, fraction } of flows) {
    excess += amount / ((1 + fraction * i) * (1 + i) ** full);
  }
  return excess;
}

const SMALLEST_RATE = 1e-9;
const LARGEST_RATE = 1e9;
const STEP = 1.25;

/** Halves what lies between two rates until no number is left between them. */
function bisect(from: number, to: number, flows: readonly TimedAmount[]): number {
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (excessAt(middle, flows) > 0) low = middle;
    else high = middle;
  }
}

/**
 * The smallest rate above 0, a unit-period, at which advances and payments are worth the same; undefined
 * where there is none. The payments must exceed the advances. Slower than the appendix's iteration
 * (b)(9), but it cannot run away.
 */
export function solveRate(flows: readonly TimedAmount[]): number | undefined {
  for (
    let [low, high] = [0, SMALLEST_RATE];
    low < LARGEST_RATE;
    [low, high] = [high, high * STEP]
  ) {
    if (excessAt(high, flows) <= 0) return bisect(low, high, flows);
  }
  return undefined;
}
