/** An amount some unit-periods and a fraction of one after the term begins; advances are below 0. */
export interface Term {
  readonly cents: number;
  readonly full: number;
  /** Of a unit-period, as two whole numbers. */
  readonly part: readonly [number, number];
}

const DIGITS = 45n;
const ONE = 10n ** DIGITS;

/** What payments exceed advances by at the rate `i`, all with 45 decimals: appendix J (b)(8). */
function excessAt(i: bigint, terms: readonly Term[]): bigint {
  let [excess, periods, growth] = [0n, 0, ONE];
  for (const { cents, full, part } of terms) {
    for (; periods < full; periods += 1) growth = (growth * (ONE + i)) / ONE;
    const [days, of] = part.map(BigInt) as [bigint, bigint];
    const divisor = (growth * (of * ONE + days * i)) / (of * ONE);
    excess += (BigInt(cents) * ONE * ONE) / divisor;
  }
  return excess;
}

/**
 * The rate a unit-period that makes payments and advances equal, to 40 decimals, by halving in whole numbers. The
 * payments must exceed the advances and come after them, so that there is one rate only.
 */
function rateOf(terms: readonly Term[]): bigint {
  const inOrder = [...terms].sort((left, right) => left.full - right.full);
  let [low, high] = [0n, ONE];
  while (excessAt(high, inOrder) > 0n) high *= 2n;
  while (high - low > 10n ** 5n) {
    const middle = (low + high) / 2n;
    if (excessAt(middle, inOrder) > 0n) low = middle;
    else high = middle;
  }
  return low;
}

export interface ExactRate {
  /** Ten decimals of the percentage. */
  readonly percent: number;
  /** To two decimals, half up. */
  readonly disclosed: number;
  /** Whether the two decimals hang on less than a double can tell. */
  readonly isTie: boolean;
}

/** The annual percentage rate of these terms, exactly; `perYear` unit-periods are a year, as two whole numbers. */
export function exactRate(terms: readonly Term[], perYear: readonly [number, number]): ExactRate {
  const [times, over] = perYear.map(BigInt) as [bigint, bigint];
  const percent = (100n * rateOf(terms) * times) / over;
  const hundredth = ONE / 100n;
  const rest = percent % hundredth;
  const fromTie = rest > hundredth / 2n ? rest - hundredth / 2n : hundredth / 2n - rest;
  return {
    percent: Number(percent / 10n ** (DIGITS - 10n)) / 1e10,
    disclosed: Number((percent + hundredth / 2n) / hundredth) / 100,
    isTie: fromTie < ONE / 10n ** 9n,
  };
}
