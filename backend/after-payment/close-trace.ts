import { sql } from 'kysely';
import type { TraceClosing, TraceFinding } from '#shared/billing/payment-trace.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { isUnposted } from '#shared/payments/may-follow.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

interface OpenTrace {
  readonly state: PaymentState;
  readonly region: RegionCode;
  readonly finding: TraceFinding | null;
  readonly why: string | null;
}

/**
 * Closes a trace with what it found, by a supervisor. The same again changes nothing; another finding after
 * one is refused, and so is "found and posted" of a payment that has not posted.
 */
export async function closeTrace(
  db: Database,
  traceId: string,
  { finding, reason }: TraceClosing,
  { user }: Person,
  now: number,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const { rows } = await sql<OpenTrace>`
      SELECT payment.state, region, finding, closed_why AS why
      FROM payment_trace JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
      WHERE trace_id = ${traceId} FOR UPDATE OF payment_trace`.execute(trx);
    const [trace] = rows;
    if (!trace || !user.regions.includes(trace.region)) throw new Refused('trace_not_found');
    if (trace.finding === finding && trace.why === reason) return;
    if (trace.finding !== null) throw new Refused('trace_closed');
    if (finding === 'posted' && isUnposted(trace.state)) throw new Refused('not_posted_yet');
    await sql`
      UPDATE payment_trace SET closed_at = ${instantOf(now)}, closed_by = ${user.userId}, finding = ${finding},
        closed_why = ${reason}
      WHERE trace_id = ${traceId}`.execute(trx);
  });
}
