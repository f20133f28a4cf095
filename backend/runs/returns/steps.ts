import { sql } from 'kysely';
import { tellRates } from '../../ach/rates/tell-rates.ts';
import { makeRetries } from '../../ach/retries/make-retries.ts';
import type { RunDay, RunParts, RunResult, RunStep } from '../run-step.ts';

/** The tries made for a region's day, whoever made them, held against the lines their approvals wrote. */
async function triedOn({ db }: RunParts, { region, today }: RunDay): Promise<RunResult> {
  const { rows } = await sql<RunResult>`
    SELECT count(*)::int AS done, coalesce(sum(amount_cents), 0)::bigint AS cents,
      coalesce(sum(abs(amount_cents - lines.cents)), 0)::bigint AS "differenceCents"
    FROM scheduled_attempt JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(debit_cents), 0) AS cents FROM ledger_entry JOIN ledger_line USING (entry_id)
        WHERE ledger_entry.payment_key = key AND event = 'ach_payment_approved') AS lines
    WHERE run_on = ${today}::date AND region = ${region} AND retry_of IS NOT NULL
      AND payment.state NOT IN ('sent', 'unknown', 'declined', 'not_charged')`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

/** Tries debits again that came back for want of funds; before the cut-off, so that they go with the day's file. */
export const retryDebits: RunStep = {
  kind: 'ach_retries',
  fromHour: 8,
  async run(parts, day) {
    await makeRetries(parts, day);
    return triedOn(parts, day);
  },
};

/** Tells the supervisors where too many debits come back. */
export const watchReturnRates: RunStep = {
  kind: 'ach_return_rates',
  fromHour: 7,
  async run({ db, clock }, { region }) {
    return { done: await tellRates(db, region, clock()), cents: 0 };
  },
};
