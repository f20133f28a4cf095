import { randomUUID } from 'node:crypto';
import { guarantorsDue } from '#backend/collections/guarantors-due.ts';
import { sendLetters } from '#backend/letters/send-letters.ts';
import { collect } from '#backend/runs/collections/step.ts';
import { runOnce } from '#backend/runs/run-once.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import { openRunner } from '#tests/support/runs-of.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import type { Bill } from './bills.ts';

/** The runs of single regions and days, at noon in Colorado, with the backend's clock moved there. */
export function collector(backend: TestBackend) {
  const runner = openRunner(backend);
  const work = (today: CalendarDate, region: Bill['region'] = 'CO') => {
    const now = instantOf(backend.now());
    return collect.run(runner.parts, { region, today, now }, () => undefined);
  };
  return {
    /** The work of a day, at noon of it; a day may be worked again. */
    async run(today: CalendarDate, region: Bill['region'] = 'CO') {
      backend.moveTo(`${today}T19:00Z`);
      return work(today, region);
    },
    /** Whom the run of a day would look at closely. */
    due(today: CalendarDate, region: Bill['region'] = 'CO') {
      return guarantorsDue(runner.parts.db, { region, today, now: instantOf(backend.now()) });
    },
    /** The work of a day at whatever time it is now, though somebody else may be at it. */
    late: work,
    /** The day's run as servers take it: once. */
    runOnce(today: CalendarDate, region: Bill['region'] = 'CO') {
      backend.moveTo(`${today}T19:00Z`);
      return runOnce(runner.parts, collect, { kind: collect.kind, region, today });
    },
    async send(region: Bill['region'] = 'CO') {
      const failures = await sendLetters(runner.parts, region);
      if (failures.length > 0) throw failures[0];
    },
    close: () => runner.close(),
  };
}

/** Says of every notice that waits that it left on a day, without drawing it. */
export async function allSentOn({ pool }: TestBackend, date: CalendarDate): Promise<void> {
  await pool.query(
    `UPDATE letter SET sent_by_way = 'mail', sent_to = 'the address', language = 'en', pdf = 'drawn', written_at = now(),
       sent_at = now(), sent_on = $1
     WHERE kind = 'collections' AND sent_at IS NULL AND withdrawn_at IS NULL`,
    [date],
  );
}

const noon = (date: CalendarDate) => `${date}T19:00Z`;

/** Lets a clock stand still for a bill from a day to another, or open. */
export async function hold(
  { pool }: TestBackend,
  { chargeId, guarantorId }: Bill,
  { kind, from, until }: HoldPeriod,
): Promise<void> {
  const id = randomUUID();
  if (kind === 'application') {
    await pool.query(
      `INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on, closed_on)
       VALUES ($1, $2, 'mfa', $3, $4)`,
      [id, guarantorId, from, until],
    );
  } else if (kind === 'dispute') {
    await pool.query(
      'INSERT INTO dispute (dispute_id, charge_id, guarantor_id, opened_on, closed_on) VALUES ($1, $2, $3, $4, $5)',
      [id, chargeId, guarantorId, from, until],
    );
  } else if (kind === 'promise') {
    const { rows } = await pool.query('SELECT workstation_id FROM workstation LIMIT 1');
    await pool.query(
      `INSERT INTO promise_to_pay (promise_id, call_id, guarantor_id, user_id, workstation_id, made_at, amount_cents,
         promised_on, reason, note, kept_at) VALUES ($1, $1, $2, 'r.ames', $3, $4, 100, $5, 'payday', '', $4)`,
      [id, guarantorId, rows[0].workstation_id, noon(from), until],
    );
  } else {
    // One of before has no offer; what is left of it says since when it is paid, its next due day until when.
    await pool.query(
      `INSERT INTO payment_plan (plan_id, guarantor_id, months, instalment_cents, remaining_cents, next_due_on)
       VALUES ($1, $2, 6, 100, 600, $3)`,
      [id, guarantorId, until],
    );
  }
}
