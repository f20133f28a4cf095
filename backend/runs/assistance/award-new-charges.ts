import { sql } from 'kysely';
import { regions } from '#shared/organization/regions.ts';
import { applyAward } from '../../hardship/applications/award.ts';
import { applicationHappened } from '../../hardship/applications/events.ts';
import { billedUntil } from '../../hardship/applications/reached-charges.ts';
import { type DueApplication, dueApplications } from './due-applications.ts';
import type { AssistanceDay } from './steps.ts';

async function award(day: AssistanceDay, due: DueApplication): Promise<void> {
  const { applicationId, guarantorId, caseId, determinationId, percent, validUntil } = due;
  if (determinationId === null || percent === null || validUntil === null) return;
  const { today, now, region } = day;
  await day.db.transaction().execute(async trx => {
    // A run that was taken for dead may still be at it: one of the two takes it off.
    await sql`SELECT FROM assistance_application WHERE application_id = ${applicationId} FOR NO KEY UPDATE`.execute(
      trx,
    );
    const applied = await applyAward(
      trx,
      { determinationId, guarantorId, percent, today, now, runOn: today },
      billedUntil(validUntil, regions[region].timeZone),
    );
    if (!applied) return;
    const what = { applicationId, guarantorId, caseId, now };
    const detail = { charges: applied.charges, amountCents: applied.cents };
    await applicationHappened(trx, { happening: 'award_applied', ...what, detail });
  });
}

/**
 * Takes each award of a region off what was billed while it was valid and it has not reached: new charges, and those
 * that waited for the insurance or a payment. Again changes nothing.
 */
export async function awardNewCharges(day: AssistanceDay): Promise<void> {
  const due = await dueApplications(
    day,
    sql`application.state = 'awarded' AND EXISTS (
      SELECT FROM charge JOIN account USING (account_id)
      WHERE account.guarantor_id = application.guarantor_id AND ledger = 'medical' AND open_cents > 0
        AND insurance <> 'pending' AND held_by IS NULL
        AND NOT EXISTS (SELECT FROM assistance_award_line AS line
          WHERE line.charge_id = charge.charge_id AND line.determination_id = decided.determination_id))`,
  );
  for (const each of due) await award(day, each);
}
