/** What a series of times says, in ms. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export function timesOf(series: readonly number[]): Times {
  const sorted = series.toSorted((left, right) => left - right);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return {
    count: sorted.length,
    median: at(0.5) ?? Number.NaN,
    p95: at(0.95) ?? Number.NaN,
    p99: at(0.99) ?? Number.NaN,
    longest: sorted.at(-1) ?? Number.NaN,
  };
}
