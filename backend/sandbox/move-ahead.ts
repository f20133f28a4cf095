import type pg from 'pg';
import { VERIFICATION_HOURS } from '../balance/verified-for.ts';
import { CAPTURE_MINUTES } from './processor/vault.ts';

/** What counts down from when it was given, and of which as much is left after the move as before. */
const carried = [
  'session SET begun_at = begun_at + by, expires_at = expires_at + by FROM moved WHERE expires_at > at',
  'workstation_token SET issued_at = issued_at + by, expires_at = expires_at + by FROM moved WHERE expires_at > at',
  'card_token SET expires_at = expires_at + by FROM moved WHERE expires_at > at AND used_by IS NULL',
  'bank_account SET expires_at = expires_at + by FROM moved WHERE expires_at > at AND used_by IS NULL AND NOT standing',
  `sandbox_processor.card_token SET kept_at = kept_at + by FROM moved
    WHERE kept_at > at - interval '${CAPTURE_MINUTES} minutes' AND stored_from IS NULL`,
  `verification SET begun_at = begun_at + by, closed_at = closed_at + by FROM moved
    WHERE begun_at > at - interval '${VERIFICATION_HOURS} hours'
      AND NOT EXISTS (SELECT FROM call_record WHERE call_record.call_id = verification.call_id)`,
];

/** One statement: no server sees the new time without what was carried there. */
const move = `
  WITH moved AS (
    SELECT to_timestamp(($2::numeric + ahead_ms) / 1000) AS at, ($1::bigint - ahead_ms) * interval '1 millisecond' AS by
    FROM sandbox_clock WHERE ahead_ms < $1 FOR UPDATE),
  ${carried.map((what, number) => `carried_${number} AS (UPDATE ${what})`).join(',\n  ')}
  UPDATE sandbox_clock SET ahead_ms = $1 FROM moved`;

/**
 * Puts a sandbox `ms` ahead of the real time, never back, and takes along whoever is at a desk: they stay
 * signed in, and the call they are on stays verified. For them no time has gone by; what has a date of its
 * own, as a call that has ended, stays where it is.
 */
export async function moveAhead(pool: pg.Pool, ms: number): Promise<void> {
  await pool.query(move, [ms, Date.now()]);
}
