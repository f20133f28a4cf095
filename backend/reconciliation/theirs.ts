import { sql } from 'kysely';
import { cents } from '#shared/money/cents.ts';
import type { DayItem } from '#shared/reconciliation/day.ts';
import type { Stage } from '#shared/reconciliation/stages.ts';
import { ACH_SETTLEMENT } from '../ach/settle-ach.ts';
import type { Database } from '../database/connect.ts';
import { answerOrSilence } from '../payments/submit.ts';
import type { ReportLine } from '../processor/messages.ts';
import type { CardProcessor } from '../processor/port.ts';
import { type ItemQuery, isWithin, type RegionDay } from './day.ts';

const stages: Readonly<Record<ReportLine['what'], Stage>> = {
  captured: 'taken',
  voided: 'voided',
  settled: 'settled',
  refunded: 'refunded',
};

/** What the card processor has of a day; undefined while it does not answer. */
export async function askProcessor(
  processor: CardProcessor,
  { region, businessOn }: RegionDay,
): Promise<DayItem[] | undefined> {
  const lines = await answerOrSilence(processor.report(region, businessOn));
  return lines?.map(({ what, key, amountCents, batch }) => ({
    stage: stages[what],
    method: 'card',
    ref: key,
    amountCents: cents(amountCents),
    batch,
  }));
}

const sent = sql`ach_entry JOIN ach_file USING (file_id) JOIN guarantor USING (guarantor_id)`;
const batch = sql`concat_ws(' ', created_on, id_modifier, batch_number) AS batch`;

/**
 * The bank's files of a day, its statement's credits by when they were matched, or read while they only name somebody,
 * and the register of checks and wires paid out. A debit that came back before its settlement began was never settled.
 */
export function bankQuery(day: RegionDay): ItemQuery {
  const { region, businessOn } = day;
  return sql<DayItem>`
    SELECT 'posted' AS stage, 'ach' AS method, payment_key::text AS ref, amount_cents AS "amountCents", ${batch}
    FROM ${sent} WHERE ${isWithin('ach_file.written_at', day)} AND region = ${region} AND direction = 'debit'
    UNION ALL
    SELECT 'settled', 'ach', payment_key::text, amount_cents, ${batch}
    FROM ${sent} WHERE settles_on = ${businessOn} AND region = ${region} AND direction = 'debit' AND handed_over_at IS NOT NULL
      AND (returned_at IS NULL OR returned_at >= coalesce(
        (SELECT min(started_at) FROM run WHERE business_on = ${businessOn} AND kind = ${ACH_SETTLEMENT}), 'infinity'))
    UNION ALL
    SELECT 'returned', 'ach', payment_key::text, amount_cents, ${batch}
    FROM ${sent} WHERE ${isWithin('ach_entry.returned_at', day)} AND region = ${region} AND direction = 'debit'
    UNION ALL
    SELECT 'refunded', 'ach', refund.payment_key::text, ach_entry.amount_cents, ${batch}
    FROM ${sent} JOIN refund ON refund_key = refund_id
    WHERE settles_on = ${businessOn} AND region = ${region} AND handed_over_at IS NOT NULL AND returned_at IS NULL
    UNION ALL
    SELECT 'taken', channel, payment_key::text, amount_cents, statement_id
    FROM arrival JOIN guarantor USING (guarantor_id) WHERE ${isWithin('arrival.matched_at', day)} AND region = ${region}
    UNION ALL
    SELECT 'taken', channel, arrival_id::text, amount_cents, statement_id
    FROM arrival JOIN guarantor USING (guarantor_id)
    WHERE ${isWithin('arrival.read_at', day)} AND payment_key IS NULL AND region = ${region}
    UNION ALL
    SELECT 'refunded', payment.method_kind, payment.key::text, refund.amount_cents, way
    FROM refund_payout JOIN refund USING (refund_key) JOIN payment ON payment.key = refund.payment_key
      JOIN guarantor ON guarantor.guarantor_id = payment.guarantor_id
    WHERE ${isWithin('refund_payout.recorded_at', day)} AND region = ${region}`;
}

export async function readBank(db: Database, day: RegionDay): Promise<DayItem[]> {
  return (await bankQuery(day).execute(db)).rows;
}
