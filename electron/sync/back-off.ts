/** How long to wait between tries that fail: doubling, half of it left to chance. */
export interface BackOff {
  /** The next wait in ms; each is longer than the one before. */
  next(): number;
  /** Something worked. */
  reset(): void;
}

export function createBackOff(firstMs: number, longestMs: number): BackOff {
  let tries = 0;
  return {
    next() {
      const full = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 16));
      tries += 1;
      // Many desks must not come back at the same moment after an outage.
      return Math.round(full / 2 + (full / 2) * Math.random());
    },
    reset() {
      tries = 0;
    },
  };
}
