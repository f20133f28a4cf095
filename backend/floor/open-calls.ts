import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { CALL_SILENT_AFTER_MS, type Floor } from '#shared/contract/floor.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** What a desk has not called open for so long is swept away; it was not counted for most of it. */
const KEPT_MS = 60 * 60_000;

/** No call is longer; the clock of a desk that says so is wrong. */
const LONGEST_CALL_MS = 24 * 60 * 60_000;

/** Keeps that a call is open at a desk; of one that has ended already nothing is kept. */
export async function holdCall(
  db: Database,
  { user: { userId }, workstationId }: Person,
  { callId, begunAt }: { readonly callId: string; readonly begunAt: Instant },
  now: number,
): Promise<void> {
  const at = instantOf(now);
  const earliest = instantOf(now - LONGEST_CALL_MS);
  const { rows } = await sql<{ mine: boolean }>`
    INSERT INTO open_call (call_id, user_id, workstation_id, begun_at, seen_at)
    SELECT ${callId}::uuid, ${userId}, ${workstationId}::uuid, least(greatest(${begunAt}::timestamptz, ${earliest}::timestamptz), ${at}::timestamptz), ${at}::timestamptz
    WHERE NOT EXISTS (SELECT FROM call_record WHERE call_id = ${callId}::uuid)
    ON CONFLICT (call_id) DO UPDATE SET seen_at = CASE
      WHEN (open_call.user_id, open_call.workstation_id) = (excluded.user_id, excluded.workstation_id)
        THEN excluded.seen_at ELSE open_call.seen_at END
    RETURNING (user_id, workstation_id) = (${userId}, ${workstationId}::uuid) AS mine`.execute(db);
  if (rows[0]?.mine === false) throw new Refused('not_allowed', { field: 'callId' });
  await sql`DELETE FROM open_call WHERE seen_at < ${instantOf(now - KEPT_MS)}`.execute(db);
}

/**
 * The calls that are open in these regions now. A call is of the region of the guarantor whom the caller is verified
 * for, before that of the first region of whoever takes it.
 */
export async function openCalls(
  db: Database,
  scope: readonly RegionCode[],
  now: number,
): Promise<Floor['calls']> {
  const { rows } = await sql<Floor['calls']>`
    SELECT count(*)::int AS open, min(begun_at) AS "longestSince"
    FROM open_call CROSS JOIN LATERAL region_of_call((
      SELECT guarantor_id FROM verification WHERE verification.call_id = open_call.call_id
      ORDER BY begun_at DESC LIMIT 1), user_id) AS of (region)
    WHERE seen_at > ${instantOf(now - CALL_SILENT_AFTER_MS)} AND region = ANY (${scope})
      AND NOT EXISTS (SELECT FROM call_record WHERE call_record.call_id = open_call.call_id)`.execute(
    db,
  );
  return rows[0] ?? { open: 0, longestSince: null };
}
