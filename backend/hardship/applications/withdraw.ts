import { sql } from 'kysely';
import { applicationMoves } from '#shared/assistance/application-states.ts';
import { refuseCardInReason } from '../../after-payment/about-payment.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { closeItem } from '../open-item.ts';
import { applicationHappened } from './events.ts';
import { applicationInOwnCase } from './locked-application.ts';

/** Withdraws an application that is still open, because its applicant wishes so; the same again changes nothing. */
export function withdrawApplication(
  db: Database,
  withdrawn: { readonly applicationId: string; readonly caseId: string; readonly note: string },
  person: Person,
  nowMs: number,
): Promise<void> {
  const { applicationId, note } = withdrawn;
  refuseCardInReason(note, 'note');
  return db.transaction().execute(async trx => {
    const { about, application } = await applicationInOwnCase(trx, person, withdrawn, nowMs);
    if (application.state === 'withdrawn' && application.closingNote === note) return;
    if (!applicationMoves[application.state].includes('withdrawn')) {
      throw new Refused('application_moved');
    }
    const { caseId, userId, workstationId, today, now } = about;
    await sql`
      UPDATE assistance_application SET state = 'withdrawn', state_on = ${today}, state_at = ${now}, closing_note = ${note}
      WHERE application_id = ${applicationId}`.execute(trx);
    for (const kind of ['documents', 'decision', 'appeal'] as const) {
      await closeItem(trx, { kind, about: applicationId, now, userId });
    }
    const { guarantorId } = application;
    const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
    await applicationHappened(trx, { happening: 'withdrawn', ...who });
  });
}
