import { sql } from 'kysely';
import { applicationHappened } from '../../hardship/applications/events.ts';
import { closeItem } from '../../hardship/open-item.ts';
import { type DueApplication, dueApplications } from './due-applications.ts';
import type { AssistanceDay } from './steps.ts';

/** Ends one whose documents did not come in time, unless they came just now. */
async function expire(day: AssistanceDay, { applicationId, guarantorId, caseId }: DueApplication) {
  const { today, now } = day;
  await day.db.transaction().execute(async trx => {
    await sql`SELECT FROM hardship_case WHERE case_id = ${caseId} FOR UPDATE`.execute(trx);
    const { rows } = await sql`
      UPDATE assistance_application SET state = 'expired', state_on = ${today}, state_at = ${now}
      WHERE application_id = ${applicationId} AND state = 'waiting_for_documents' AND documents_by < ${today}
      RETURNING application_id`.execute(trx);
    if (rows.length === 0) return;
    await closeItem(trx, { kind: 'documents', about: applicationId, now, userId: null });
    const what = { applicationId, guarantorId, caseId, now };
    await applicationHappened(trx, { happening: 'expired', ...what });
  });
}

/** Ends every application of a region whose documents were waited for long enough. Again changes nothing. */
export async function expireApplications(day: AssistanceDay): Promise<void> {
  const due = await dueApplications(
    day,
    sql`application.state = 'waiting_for_documents' AND documents_by < ${day.today}`,
  );
  for (const application of due) await expire(day, application);
}
