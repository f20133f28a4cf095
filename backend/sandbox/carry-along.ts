import type pg from 'pg';
import { instantOf } from '#shared/calendar/dates.ts';
import { VERIFICATION_HOURS } from '../balance/verified-for.ts';
import { CAPTURE_MINUTES } from './processor/vault.ts';

/** What counts down from when it was given, and of which as much is left after the move as before. */
const running = [
  'session SET begun_at = begun_at + by, expires_at = expires_at + by FROM moved WHERE expires_at > at',
  'workstation_token SET issued_at = issued_at + by, expires_at = expires_at + by FROM moved WHERE expires_at > at',
  'card_token SET expires_at = expires_at + by FROM moved WHERE expires_at > at AND used_by IS NULL',
  'bank_account SET expires_at = expires_at + by FROM moved WHERE expires_at > at AND used_by IS NULL AND NOT standing',
  `sandbox_processor.card_token SET kept_at = kept_at + by FROM moved
    WHERE kept_at > at - interval '${CAPTURE_MINUTES} minutes' AND stored_from IS NULL`,
  `verification SET begun_at = begun_at + by, closed_at = closed_at + by FROM moved
    WHERE begun_at > at - interval '${VERIFICATION_HOURS} hours'`,
];

/**
 * Takes along whoever is at a desk when a sandbox is moved: they stay signed in, and the call they are on
 * stays verified. For them no time has gone by; what has a date of its own stays where it is.
 */
export async function carryAlong(
  client: pg.ClientBase,
  { atMs, byMs }: { readonly atMs: number; readonly byMs: number },
): Promise<void> {
  const moved = [instantOf(atMs), `${byMs} milliseconds`];
  for (const what of running) {
    await client.query(
      `WITH moved AS (SELECT $1::timestamptz AS at, $2::interval AS by) UPDATE ${what}`,
      moved,
    );
  }
}
