const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 60_000;
const SHORTEST_WAIT_MS = 200;

/**
 * How long to wait before something unsent is tried again, in ms: any time up to twice the one before,
 * at most a minute. All of it is left to chance (full jitter), so that many desks which lost the same
 * backend do not come back together.
 */
export function waitBeforeSending(tries: number, chance = Math.random()): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10));
  return Math.max(SHORTEST_WAIT_MS, Math.round(full * chance));
}
