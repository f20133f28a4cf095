import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { traceFrom, traceRefusal } from '#shared/payments/may-follow.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { FoundPayment } from '../payments/read.ts';
import { followedNow } from './about-payment.ts';

interface Kept {
  readonly payment_key: string;
  readonly note: string;
}

async function findTrace(db: Database, traceId: string): Promise<Kept | undefined> {
  const { rows } =
    await sql<Kept>`SELECT payment_key, note FROM payment_trace WHERE trace_id = ${traceId}`.execute(
      db,
    );
  return rows[0];
}

/**
 * Opens a trace of a payment that has not posted in time, once under its id. Before its day it is refused
 * with the day from which it may be opened.
 */
export async function openTrace(
  db: Database,
  found: FoundPayment,
  { traceId, note }: { traceId: string; note: string },
  person: Person,
  now: number,
): Promise<void> {
  const { key } = found.payment;
  const followed = followedNow(found, now);
  if (!(await findTrace(db, traceId))) {
    const refusal = traceRefusal(followed);
    if (refusal === 'trace_too_early') {
      throw new Refused(refusal, { openFrom: traceFrom(followed) });
    }
    if (refusal) throw new Refused(refusal);
    await sql`
      INSERT INTO payment_trace (trace_id, payment_key, opened_at, opened_by, note)
      VALUES (${traceId}, ${key}, ${instantOf(now)}, ${person.user.userId}, ${note}) ON CONFLICT DO NOTHING`.execute(
      db,
    );
  }
  const kept = await findTrace(db, traceId);
  if (!kept) throw new Refused('trace_open');
  if (kept.payment_key !== key || kept.note !== note) throw new Refused('key_reused');
}
