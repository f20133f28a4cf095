import type { Caller } from '../calls/handlers.ts';
import type { DeskParts } from '../desk/desk-parts.ts';

/** A screen that shows somebody again is one look an hour, as at the backend. */
const ONE_LOOK_MS = 3_600_000;

/** Writes down whom somebody was shown in a list out of the copy, in one transaction and each once an hour. */
export function createShownLately({ audit, clock }: Pick<DeskParts, 'audit' | 'clock'>) {
  const shownAt = new Map<string, number>();
  return ({ userId }: Caller, mrns: readonly string[]): void => {
    const now = clock.nowMs();
    for (const [who, at] of shownAt) if (now - at >= ONE_LOOK_MS) shownAt.delete(who);
    const anew = [...new Set(mrns)].filter(mrn => !shownAt.has(`${userId} ${mrn}`));
    audit.writeAll(
      anew.map(mrn => ({
        userId,
        action: 'patient_found_in_copy',
        subjectKind: 'record',
        subject: mrn,
      })),
    );
    for (const mrn of anew) shownAt.set(`${userId} ${mrn}`, now);
  };
}
