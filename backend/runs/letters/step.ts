import { sql } from 'kysely';
import { sendLetters } from '../../letters/send-letters.ts';
import type { RunResult, RunStep } from '../run-step.ts';

/**
 * Sends the day's notices and written copies, soon after the payments to come were planned. What the post does
 * not take waits for the next turn: no payment is taken without its notice, so the run need not fail for it.
 */
export const sendTheLetters: RunStep = {
  kind: 'letters',
  fromHour: 8,
  async run(parts, { region, today }, report) {
    let done = 0;
    await sendLetters(parts, region, () => {
      done += 1;
      report({ done, total: done });
    });
    const { rows } = await sql<RunResult>`
      SELECT count(*)::int AS done, 0 AS cents FROM letter JOIN guarantor USING (guarantor_id)
      WHERE region = ${region} AND sent_on = ${today}::date`.execute(parts.db);
    return rows[0] ?? { done: 0, cents: 0 };
  },
};
