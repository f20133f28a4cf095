import type { Instant } from '#shared/calendar/dates.ts';
import type { Run } from '#shared/contract/runs.ts';

/** Nobody has begun it although its hour has come. */
export function isOverdue({ state, opensAt }: Run, now: Instant): boolean {
  return state === 'waiting' && opensAt !== null && opensAt <= now;
}

/** Ended as it should, with nothing to do. */
export function isIdle({ state, done, differenceCents, starts }: Run): boolean {
  return state === 'done' && done === 0 && differenceCents === 0 && starts === 1;
}

/** Somebody has to look: it stopped, nobody began it, or the ledger differs. */
export function isAmiss(run: Run, now: Instant): boolean {
  return run.state === 'stopped' || isOverdue(run, now) || (run.differenceCents ?? 0) !== 0;
}

/** What a supervisor is shown unasked: what moved something, is at work, stopped, is late, or differs. */
export function isWorthALook(run: Run, now: Instant): boolean {
  return run.state === 'waiting' ? isOverdue(run, now) : !isIdle(run);
}
