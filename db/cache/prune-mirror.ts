import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { WriteDb } from '../handles.ts';
import { inTransaction, writeQuery } from '../query.ts';
import { mirrorStanding, moveMirror } from './mirror-standing.ts';

/** How far back a bill shows what is closed. */
const CLOSED_SHOWN_DAYS = 180;
/** Statements go out monthly, and the last twelve are shown. */
const STATEMENTS_SHOWN_DAYS = 400;

/**
 * A charge does not say when it was closed, only what it pays for and when that was due: what was due
 * before the window may have been paid inside it, and twice the window is the allowance for that.
 */
const closedCharges = writeQuery<{ before: string }>(
  'DELETE FROM charge WHERE open_cents = 0 AND coalesce(due_on, serviced_on) < :before',
);
const oldPayments = writeQuery<{ before: string }>('DELETE FROM payment WHERE taken_at < :before');
const oldStatements = writeQuery<{ before: string }>(
  'DELETE FROM statement WHERE due_on < :before',
);

/** Lets go of what no bill shows any more. `today` is a date; gives the number of rows. */
export function pruneMirror(db: WriteDb, today: CalendarDate): number {
  return inTransaction(db, () => {
    const window = addDays(today, -2 * CLOSED_SHOWN_DAYS);
    const pruned =
      closedCharges.run(db, { before: window }) +
      oldPayments.run(db, { before: window }) +
      oldStatements.run(db, { before: addDays(today, -STATEMENTS_SHOWN_DAYS) });
    if (pruned > 0) moveMirror(db, { rowCount: mirrorStanding(db).rowCount - pruned });
    return pruned;
  });
}
