import { type RawBuilder, sql } from 'kysely';
import { originateAch } from '../../ach/originate/originate-ach.ts';
import { collectAchAnswers } from '../../ach/receive/collect-answers.ts';
import { ACH_SETTLEMENT, settleAch } from '../../ach/settle-ach.ts';
import { countedItems } from '../counted-items.ts';
import { lastEnd } from '../last-end.ts';
import type { RunDay, RunParts, RunResult, RunStep } from '../run-step.ts';

/** The entries of a region that a condition names, counted whoever dealt with them. */
async function counted(
  { db }: RunParts,
  { region }: RunDay,
  condition: RawBuilder<unknown>,
): Promise<RunResult> {
  const { rows } = await sql<RunResult>`
    SELECT count(*)::int AS done, coalesce(sum(amount_cents), 0)::bigint AS cents
    FROM ach_entry JOIN ach_file USING (file_id) JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND ${condition}`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

/** Reads what the bank sent back, to whichever region: it counts for its own region's next run. */
export const collectAnswers: RunStep = {
  kind: 'ach_answers',
  fromHour: 6,
  async run(parts, day) {
    await collectAchAnswers(parts.openAch(parts.clock));
    return counted(parts, day, sql`returned_at > ${lastEnd('ach_answers', day)}`);
  },
};

/** Puts into the bank what was debited and did not come back. */
export const settleDebits: RunStep = {
  kind: ACH_SETTLEMENT,
  fromHour: 6,
  async run(parts, day) {
    await settleAch(parts.openAch(parts.clock), day);
    return countedItems(parts.db, { kind: ACH_SETTLEMENT, ...day });
  },
};

/** Writes the file of the cut-off and hands it to the bank. */
export const originateDebits: RunStep = {
  kind: 'ach_origination',
  fromHour: 17,
  async run(parts, day) {
    await originateAch(parts.openAch(parts.clock));
    return counted(parts, day, sql`business_day = ${day.today}`);
  },
};
