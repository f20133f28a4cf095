import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import { type FoundPayment, findPayment } from './read.ts';

/**
 * Closes a key that was never heard of, so that a request still under way is refused when it arrives.
 * Gives the payment when there is one after all, undefined when the key is closed.
 */
export async function abandonKey(
  db: Database,
  key: AttemptKey,
  now: number,
): Promise<FoundPayment | undefined> {
  const taken = await findPayment(db, key);
  if (taken) return taken;
  const at = instantOf(now);
  await sql`INSERT INTO payment_request (key, heard_at, abandoned_at)
    VALUES (${key}, ${at}, ${at}) ON CONFLICT DO NOTHING`.execute(db);
  return findPayment(db, key);
}
