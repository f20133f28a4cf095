import { sql } from 'kysely';
import { beginCollections } from '../../collections/begin.ts';
import { guarantorsDue } from '../../collections/guarantors-due.ts';
import { takeSteps } from '../../collections/take-steps.ts';
import type { Database } from '../../database/connect.ts';
import type { RunDay, RunResult, RunStep } from '../run-step.ts';

/** Steps, lifts and notices of the run's day, whoever began it; the fees' cents against their ledger lines. */
async function countedSteps(db: Database, { region, today }: RunDay): Promise<RunResult> {
  const { rows } = await sql<Required<RunResult>>`
    SELECT count(*)::int + (SELECT count(*)::int FROM collections_notice AS notice JOIN guarantor USING (guarantor_id)
        WHERE run_on = ${today} AND guarantor.region = ${region}) AS done,
      coalesce(sum(billed_cents), 0)::bigint AS cents,
      coalesce(sum(abs(billed_cents - lines.cents)) FILTER (WHERE fee_charge_id IS NOT NULL), 0)::bigint AS "differenceCents"
    FROM collections_step AS step JOIN guarantor USING (guarantor_id) LEFT JOIN charge AS fee ON fee.charge_id = fee_charge_id
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(debit_cents), 0) AS cents FROM ledger_line JOIN ledger_entry USING (entry_id)
        WHERE ledger_line.charge_id = fee_charge_id AND event = 'late_fee_billed') AS lines
    WHERE happened_on = ${today} AND guarantor.region = ${region}`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

/**
 * Takes each open bill a step further whose day has come: past due, late fee, notice, referral, service hold, and that
 * an extraordinary action is allowed, which nobody here takes. After the promises were judged, before the letters leave.
 */
export const collect: RunStep = {
  kind: 'collections',
  fromHour: 7,
  async run({ db }, day, report) {
    await beginCollections(db, day);
    const due = await guarantorsDue(db, day);
    const failures: unknown[] = [];
    for (const [done, guarantorId] of due.entries()) {
      report({ done, total: due.length });
      // One guarantor's trouble is not everybody's: the run fails for it when the others are done.
      await takeSteps(db, guarantorId, day).catch(failure => failures.push(failure));
    }
    if (failures.length > 0) throw failures[0];
    report({ done: due.length, total: due.length });
    return countedSteps(db, day);
  },
};
