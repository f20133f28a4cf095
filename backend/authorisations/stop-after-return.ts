import { sql } from 'kysely';
import type { Instant } from '#shared/calendar/dates.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import { noteEvent } from './note-event.ts';

/**
 * Stops every authorisation that debits the account of a returned payment, where the return's code forbids
 * another entry (Nacha: R02, R03, R04, R05, R07, R10, R29), and tells the supervisor when a run had taken
 * it. Gives how many were stopped; again stops nothing.
 */
export async function stopAfterReturn(
  trx: Database,
  key: AttemptKey,
  code: string,
  now: Instant,
): Promise<number> {
  await sql`
    INSERT INTO authorisation_exception (authorisation_id, occurrence, kind, payment_key, opened_at)
    SELECT authorisation_id, occurrence, 'payment_returned', payment_key, ${now}
    FROM scheduled_attempt WHERE payment_key = ${key} ON CONFLICT DO NOTHING`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    SELECT authorisation_id AS id FROM authorisation JOIN stored_method USING (method_id)
      JOIN payment ON bank_fingerprint = fingerprint
    WHERE key = ${key} AND stored_method.kind = 'ach' AND authorisation.state = 'active'
    ORDER BY authorisation_id FOR UPDATE OF authorisation`.execute(trx);
  for (const { id } of rows) {
    await sql`SELECT end_authorisation(${id}, 'stopped', ${code}, ${now})`.execute(trx);
    await noteEvent(trx, id, { kind: 'stopped', occurrence: null, why: code }, null, now);
  }
  return rows.length;
}
