import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** How long a desk may be away and still go on where it was. */
const KEPT_MS = 14 * 24 * 3_600_000;
const MARKED_EVERY_MS = 3_600_000;
const AT_ONCE = 10_000;

/** Any number that nothing else locks. */
const TRIM_LOCK = 7_364_202;

/**
 * A log that was restored from a dump has the numbers of another cluster: entries that will never
 * come, or a floor above everything. It is begun anew, and with it every copy. What is open just now is above
 * the new floor, so that a copy begun beside it is not refused.
 */
const beginForeignLogAnew = sql`
  WITH foreign_feed AS (
    UPDATE change_feed SET feed_id = gen_random_uuid(), floor = pg_snapshot_xmin(pg_current_snapshot())
    WHERE floor > pg_snapshot_xmax(pg_current_snapshot()) RETURNING only_row),
  marks AS (DELETE FROM change_mark WHERE EXISTS (SELECT FROM foreign_feed))
  DELETE FROM change WHERE EXISTS (SELECT FROM foreign_feed)`;

const markNow = (now: number) => sql`
  INSERT INTO change_mark (xid, marked_at)
  SELECT pg_snapshot_xmin(pg_current_snapshot()), ${instantOf(now)}::timestamptz
  WHERE NOT EXISTS (SELECT FROM change_mark WHERE marked_at > ${instantOf(now - MARKED_EVERY_MS)})
  ON CONFLICT DO NOTHING`;

/** Below the newest mark that is old enough. */
const raiseFloor = (now: number) => sql`
  UPDATE change_feed SET floor = mark.xid
  FROM (SELECT xid FROM change_mark WHERE marked_at < ${instantOf(now - KEPT_MS)} ORDER BY xid DESC LIMIT 1) AS mark
  WHERE mark.xid > floor`;

const forgetMarks = sql`DELETE FROM change_mark WHERE xid < (SELECT floor FROM change_feed)`;

const removeSome = sql`
  DELETE FROM change WHERE ctid = ANY (ARRAY(
    SELECT old.place FROM unnest(${[...RegionCode.options]}::text[]) AS each (region) CROSS JOIN LATERAL (
      SELECT ctid AS place FROM change
      WHERE change.region = each.region AND xid < (SELECT floor FROM change_feed)
      ORDER BY xid LIMIT ${AT_ONCE}) AS old
    LIMIT ${AT_ONCE}))`;

/** One batch, by one server at a time; gives how many entries went. */
function trimSome(db: Database, now: number): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<{ ours: boolean }>`
      SELECT pg_try_advisory_xact_lock(${TRIM_LOCK}) AS ours`.execute(trx);
    if (!rows[0]?.ours) return 0;
    await beginForeignLogAnew.execute(trx);
    await markNow(now).execute(trx);
    await raiseFloor(now).execute(trx);
    await forgetMarks.execute(trx);
    const removed = await removeSome.execute(trx);
    return Number(removed.numAffectedRows ?? 0);
  });
}

/**
 * Removes the entries of the log that are older than two weeks. A cursor below the floor is refused
 * from the same transaction on, so that no desk goes on over a gap.
 */
export async function trimLog(db: Database, now: number): Promise<number> {
  let removed = 0;
  for (let some = AT_ONCE; some === AT_ONCE; removed += some) some = await trimSome(db, now);
  return removed;
}
