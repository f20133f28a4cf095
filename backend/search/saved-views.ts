import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { cardNumberWithin } from '#shared/cards/card-number-within.ts';
import { MOST_VIEWS, SavedView } from '#shared/contract/payment-search.ts';
import { searchFault } from '#shared/search/search-fault.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

interface Row extends Pick<SavedView, 'viewId' | 'name'> {
  readonly search: unknown;
}

/** Somebody's own searches, by name. */
export async function savedViews(db: Database, userId: string): Promise<SavedView[]> {
  const { rows } = await sql<Row>`
    SELECT view_id AS "viewId", name, search FROM saved_view
    WHERE user_id = ${userId} ORDER BY lower(name), name`.execute(db);
  // One that an earlier version wrote in another shape is left out, and may be kept anew.
  return rows.flatMap(({ search, ...view }) => {
    const read = SavedView.safeParse({ ...view, ...(search as object) });
    return read.success ? [read.data] : [];
  });
}

/** Keeps a search of somebody's under a name; one of theirs has each name. */
export async function saveView(
  db: Database,
  userId: string,
  { viewId, name, filters, sort }: SavedView,
  now: number,
): Promise<void> {
  const fault = searchFault(filters);
  if (fault) throw new Refused(fault.code, { field: `filters.${fault.field}` });
  if (cardNumberWithin([name, filters])) throw new Refused('search_card_number', { field: 'name' });
  await db.transaction().execute(async trx => {
    await sql`SELECT FROM user_account WHERE user_id = ${userId} FOR UPDATE`.execute(trx);
    const { rows } = await sql<{ view_id: string; name: string; user_id: string }>`
      SELECT view_id, name, user_id FROM saved_view WHERE user_id = ${userId} OR view_id = ${viewId}`.execute(
      trx,
    );
    if (rows.some(row => row.user_id !== userId)) throw new Refused('not_allowed');
    if (rows.some(row => row.name === name && row.view_id !== viewId)) {
      throw new Refused('view_name_used', { field: 'name' });
    }
    if (rows.length >= MOST_VIEWS && !rows.some(row => row.view_id === viewId)) {
      throw new Refused('views_too_many');
    }
    await sql`
      INSERT INTO saved_view (view_id, user_id, name, search, saved_at)
      VALUES (${viewId}, ${userId}, ${name}, ${JSON.stringify({ filters, sort })}, ${instantOf(now)})
      ON CONFLICT (view_id) DO UPDATE SET name = excluded.name, search = excluded.search,
        saved_at = excluded.saved_at`.execute(trx);
  });
}

/** Removes one of somebody's own; another's stays, and nobody is told that it is there. */
export async function removeView(db: Database, userId: string, viewId: string): Promise<void> {
  await sql`DELETE FROM saved_view WHERE view_id = ${viewId} AND user_id = ${userId}`.execute(db);
}
