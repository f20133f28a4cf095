import { sql } from 'kysely';
import { addDays } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { applicationHappened } from '../../hardship/applications/events.ts';
import { closeItem, openItem } from '../../hardship/open-item.ts';
import { type DueApplication, dueApplications } from './due-applications.ts';
import type { AssistanceDay } from './steps.ts';

async function noteRenewal(day: AssistanceDay, due: DueApplication): Promise<void> {
  const { applicationId, guarantorId, validUntil } = due;
  const { today, now } = day;
  if (validUntil === null) return;
  await day.db.transaction().execute(async trx => {
    const { rows } = await sql`
      UPDATE assistance_application SET renewal_noted_on = ${today}
      WHERE application_id = ${applicationId} AND renewal_noted_on IS NULL RETURNING application_id`.execute(
      trx,
    );
    if (rows.length === 0) return;
    const item = { guarantorId, about: applicationId, dueOn: validUntil, now };
    const caseId = await openItem(trx, { ...item, kind: 'renewal' });
    const what = { applicationId, guarantorId, caseId, now, detail: { validUntil } };
    await applicationHappened(trx, { happening: 'renewal_due', ...what });
  });
}

async function noteEnd(day: AssistanceDay, due: DueApplication): Promise<void> {
  const { applicationId, guarantorId, caseId } = due;
  const { today, now } = day;
  await day.db.transaction().execute(async trx => {
    const { rows } = await sql`
      UPDATE assistance_application SET award_ended_on = ${today}
      WHERE application_id = ${applicationId} AND award_ended_on IS NULL RETURNING application_id`.execute(
      trx,
    );
    if (rows.length === 0) return;
    await closeItem(trx, { kind: 'renewal', about: applicationId, now, userId: null });
    const what = { applicationId, guarantorId, caseId, now };
    await applicationHappened(trx, { happening: 'award_ended', ...what });
  });
}

/**
 * Has the renewal of each award of a region spoken of before it ends, unless its guarantor has applied anew, and notes
 * once that it has ended. Again changes nothing.
 */
export async function followAwards(day: AssistanceDay): Promise<void> {
  const soon = addDays(day.today, organization.applications.renewalDaysBefore);
  const toRenew = await dueApplications(
    day,
    sql`application.state = 'awarded' AND renewal_noted_on IS NULL AND valid_until BETWEEN ${day.today} AND ${soon}
      AND NOT EXISTS (SELECT FROM assistance_application AS newer WHERE newer.renews = application.application_id)`,
  );
  for (const each of toRenew) await noteRenewal(day, each);
  const ended = await dueApplications(
    day,
    sql`application.state = 'awarded' AND award_ended_on IS NULL AND valid_until < ${day.today}`,
  );
  for (const each of ended) await noteEnd(day, each);
}
