import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { WriteDb } from '../handles.ts';
import { inTransaction, writeQuery } from '../query.ts';
import { mirrorStanding, moveMirror } from './mirror-standing.ts';

/** How far back the feed reaches for what is over, and a day for the zones. */
const SHOWN_DAYS = 181;

/**
 * A charge does not say when it was closed, only when it was due: what was due before the window may
 * have been paid inside it, and another window is the allowance for that.
 */
const closedCharges = writeQuery<{ before: string }>(
  'DELETE FROM charge WHERE open_cents = 0 AND coalesce(due_on, serviced_on) < :before',
);
const oldPayments = writeQuery<{ before: string }>('DELETE FROM payment WHERE taken_at < :before');
const oldStatements = writeQuery<{ before: string }>(
  'DELETE FROM statement WHERE issued_on < :before',
);

/** Lets go of what no bill shows any more. `today` is a date; gives the number of rows. */
export function pruneMirror(db: WriteDb, today: CalendarDate): number {
  return inTransaction(db, () => {
    const before = addDays(today, -SHOWN_DAYS);
    const pruned =
      closedCharges.run(db, { before: addDays(before, -SHOWN_DAYS) }) +
      oldPayments.run(db, { before }) +
      oldStatements.run(db, { before });
    if (pruned > 0) moveMirror(db, { rowCount: mirrorStanding(db).rowCount - pruned });
    return pruned;
  });
}
