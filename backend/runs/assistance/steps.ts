import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { RunDay, RunResult, RunStep } from '../run-step.ts';
import { awardNewCharges } from './award-new-charges.ts';
import { expireApplications } from './expire-applications.ts';
import { followAwards } from './follow-awards.ts';

/** A region's day, and where it is written. */
export interface AssistanceDay extends RunDay {
  readonly db: Database;
}

/** What the run of a day did, whoever began it: what it took off, held against the ledger, and what it noted. */
async function doneOn({ db, region, today }: AssistanceDay): Promise<RunResult> {
  const { rows } = await sql<Required<RunResult>>`
    SELECT (count(awarded.charge_id) + (
        SELECT (count(*) FILTER (WHERE application.state = 'expired' AND state_on = ${today})
          + count(*) FILTER (WHERE renewal_noted_on = ${today}) + count(*) FILTER (WHERE award_ended_on = ${today}))
        FROM assistance_application AS application JOIN guarantor USING (guarantor_id) WHERE region = ${region}))::int AS done,
      coalesce(sum(awarded.amount_cents), 0)::bigint AS cents,
      coalesce(sum(abs(awarded.amount_cents - awarded.debited)), 0)::bigint AS "differenceCents"
    FROM (
      SELECT line.charge_id, amount_cents, (SELECT coalesce(sum(debit_cents), 0) FROM ledger_line
        WHERE ledger_line.entry_id = line.entry_id AND ledger_line.charge_id = line.charge_id
          AND ledger_account = 'charity_care') AS debited
      FROM assistance_award_line AS line JOIN charge USING (charge_id) JOIN guarantor USING (guarantor_id)
      WHERE run_on = ${today} AND region = ${region}
    ) AS awarded`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

/** Ends applications whose documents never came, takes awards off what is new, speaks of renewals in time. */
export const followAssistance: RunStep = {
  kind: 'assistance',
  // Before anything is taken for a bill that an award makes smaller.
  fromHour: 4,
  async run({ db }, day, report) {
    const assistance = { ...day, db };
    await expireApplications(assistance);
    await awardNewCharges(assistance);
    await followAwards(assistance);
    const result = await doneOn(assistance);
    report({ done: result.done, total: result.done });
    return result;
  },
};
