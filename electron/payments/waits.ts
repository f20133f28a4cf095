const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 60_000;

/**
 * How long to wait before an attempt is asked after again, in ms: doubling, at most a minute, with half
 * of it left to chance so that many desks do not ask at once after an outage.
 */
export function waitBeforeAsking(tries: number, chance = Math.random()): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10));
  return Math.round(full / 2 + (full / 2) * chance);
}
