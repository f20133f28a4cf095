import { sql } from 'kysely';
import { decideBy } from '#shared/assistance/application-clock.ts';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { refuseCardInReason } from '../../after-payment/about-payment.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import type { AboutCase } from '../about-case.ts';
import { openItem } from '../open-item.ts';
import { applicationHappened } from './events.ts';
import { type ApplicationRow, applicationInOwnCase } from './locked-application.ts';

interface Appeal {
  readonly applicationId: string;
  readonly caseId: string;
  readonly note: string;
}

/** Refuses what is no denial, was appealed before, or comes after the last day. */
async function refuseLate(
  trx: Database,
  { applicationId, state }: ApplicationRow,
  today: CalendarDate,
) {
  if (state !== 'denied') throw new Refused('application_moved');
  const { rows } = await sql<{ number: number; lastDay: CalendarDate | null }>`
    SELECT number, appeal_until AS "lastDay" FROM assistance_determination
    WHERE application_id = ${applicationId} ORDER BY number DESC LIMIT 1`.execute(trx);
  const [denial] = rows;
  if (!denial?.lastDay) throw new Refused('appealed_before');
  if (denial.lastDay < today) throw new Refused('appeal_too_late', { lastDay: denial.lastDay });
}

/** Another application that is open; its own row is the one that is about to be opened again. */
async function refuseSecond(trx: Database, { applicationId, guarantorId }: ApplicationRow) {
  const { rows } = await sql`
    SELECT FROM assistance_application WHERE guarantor_id = ${guarantorId} AND application_id <> ${applicationId}
      AND state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed')`.execute(trx);
  if (rows.length > 0) throw new Refused('application_exists');
}

async function write(
  trx: Database,
  { applicationId, note }: Appeal,
  { guarantorId, submittedOn }: ApplicationRow,
  { caseId, region, today, now, userId, workstationId }: AboutCase,
): Promise<void> {
  const policy = submittedOn && assistancePolicy(region, submittedOn);
  if (!policy) throw new Refused('application_moved');
  const dueOn = decideBy(policy, today);
  await sql`
    UPDATE assistance_application SET state = 'appealed', state_on = ${today}, state_at = ${now}, appealed_on = ${today},
      appeal_note = ${note}, decide_by = ${dueOn} WHERE application_id = ${applicationId}`.execute(
    trx,
  );
  await openItem(trx, { guarantorId, kind: 'appeal', about: applicationId, dueOn, now });
  const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
  await applicationHappened(trx, { happening: 'appealed', ...who, detail: { decideBy: dueOn } });
}

/** Takes an appeal against a denial; it is decided within as many business days as the application was. */
export function appealApplication(
  db: Database,
  appeal: Appeal,
  person: Person,
  nowMs: number,
): Promise<void> {
  refuseCardInReason(appeal.note, 'note');
  return db.transaction().execute(async trx => {
    const { about, application } = await applicationInOwnCase(trx, person, appeal, nowMs);
    if (application.state === 'appealed' && application.appealNote === appeal.note) return;
    await refuseLate(trx, application, about.today);
    await refuseSecond(trx, application);
    await write(trx, appeal, application, about);
  });
}
