import type { Attempt } from '#shared/desk/attempt.ts';
import { declineKind, SOFT_DECLINES_BEFORE_REFUSAL } from '#shared/payments/declines.ts';
import { isOpen } from '#shared/payments/states.ts';

/** The attempts of a call, the newest first. */
export function newestFirst(attempts: readonly Attempt[]): Attempt[] {
  return attempts.toSorted((left, right) => right.committedAt.localeCompare(left.committedAt));
}

/**
 * The attempt whose result stands in the panel: one whose outcome is open always does, whatever else was
 * asked for, unless a supervisor lets another payment start beside it; else the newest, until it was put
 * aside.
 */
export function attemptToShow(
  attempts: readonly Attempt[],
  putAside: string | null,
): Attempt | undefined {
  const byAge = newestFirst(attempts);
  const open = byAge.find(attempt => isOpen(attempt.state) && attempt.overriddenAt === null);
  if (open) return open;
  const [newest] = byAge;
  return newest && newest.key !== putAside ? newest : undefined;
}

/** What may be done with the card of a declined attempt, by the reason and by how often it was tried. */
export function afterDecline(
  attempts: readonly Attempt[],
  declined: Attempt,
): 'try_again' | 'other_card' | 'too_often' {
  if (declined.decline === null || declineKind[declined.decline] === 'hard') return 'other_card';
  const card = JSON.stringify(declined.method);
  const tries = attempts.filter(
    ({ state, method }) => state === 'declined' && JSON.stringify(method) === card,
  );
  return tries.length >= SOFT_DECLINES_BEFORE_REFUSAL ? 'too_often' : 'try_again';
}
