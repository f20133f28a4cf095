import { sql } from 'kysely';
import { decideBy } from '#shared/assistance/application-clock.ts';
import { assistancePolicy, type DocumentKind } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RequirementChange } from '#shared/contract/applications.ts';
import { refuseCardInReason } from '../../after-payment/about-payment.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import type { AboutCase } from '../about-case.ts';
import { closeItem, openItem } from '../open-item.ts';
import { applicationHappened } from './events.ts';
import { type ApplicationRow, applicationInOwnCase } from './locked-application.ts';

interface Settled {
  readonly applicationId: string;
  readonly caseId: string;
  readonly kind: DocumentKind;
  readonly change: RequirementChange;
}

async function write(trx: Database, { applicationId, kind, change }: Settled, about: AboutCase) {
  const { today, now, userId } = about;
  const settledOn =
    change.state === 'refused' ? null : change.state === 'waived' ? today : change.on;
  const why = 'why' in change ? change.why : null;
  const { rows } = await sql`
    UPDATE application_requirement SET state = ${change.state}, settled_on = ${settledOn}, why = ${why},
      changed_at = ${now}, changed_by = ${userId}
    WHERE application_id = ${applicationId} AND kind = ${kind} RETURNING kind`.execute(trx);
  if (rows.length === 0) throw new Refused('requirement_unknown');
}

/** The day the last one came, when every one of them is accepted or waived; null while one is not. */
async function completeOn(trx: Database, applicationId: string): Promise<CalendarDate | null> {
  const { rows } = await sql<{ on: CalendarDate | null }>`
    SELECT CASE WHEN bool_and(state IN ('accepted', 'waived')) THEN max(settled_on) END AS on
    FROM application_requirement WHERE application_id = ${applicationId}`.execute(trx);
  return rows[0]?.on ?? null;
}

/** With the last document the review begins: its clock counts from the day that one came. */
async function review(
  trx: Database,
  { applicationId, guarantorId, submittedOn }: ApplicationRow,
  { caseId, region, userId, workstationId, today, now }: AboutCase,
): Promise<void> {
  const complete = await completeOn(trx, applicationId);
  const policy = submittedOn && assistancePolicy(region, submittedOn);
  if (!complete || !policy) return;
  const dueOn = decideBy(policy, complete);
  await sql`
    UPDATE assistance_application SET state = 'in_review', state_on = ${today}, state_at = ${now},
      complete_on = ${complete}, decide_by = ${dueOn} WHERE application_id = ${applicationId}`.execute(
    trx,
  );
  await closeItem(trx, { kind: 'documents', about: applicationId, now, userId });
  await openItem(trx, { guarantorId, kind: 'decision', about: applicationId, dueOn, now });
  const who = { applicationId, guarantorId, caseId, now, userId, workstationId };
  const detail = { completeOn: complete, decideBy: dueOn };
  await applicationHappened(trx, { happening: 'complete', ...who, detail });
}

function refuseWrongDay({ change }: Settled, { today }: AboutCase, row: ApplicationRow): void {
  if (!('on' in change)) return;
  const isBefore = row.submittedOn !== null && change.on < row.submittedOn;
  // What came before the application was handed in came with it: the clock never begins before that.
  if (change.on > today || isBefore)
    throw new Refused('document_date_wrong', { field: 'change.on' });
}

/** Notes what became of one document, while documents are waited for. */
export function settleRequirement(
  db: Database,
  settled: Settled,
  person: Person,
  nowMs: number,
): Promise<void> {
  const { change, kind } = settled;
  if ('why' in change) refuseCardInReason(change.why, 'change.why');
  return db.transaction().execute(async trx => {
    const { about, application } = await applicationInOwnCase(trx, person, settled, nowMs);
    if (application.state !== 'waiting_for_documents') throw new Refused('application_moved');
    refuseWrongDay(settled, about, application);
    await write(trx, settled, about);
    const { applicationId, guarantorId } = application;
    const { caseId, userId, workstationId, now } = about;
    const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
    const detail = { kind, state: change.state };
    await applicationHappened(trx, { happening: 'document_settled', ...who, detail });
    if (change.state === 'refused') {
      const asked = { kinds: [kind], by: application.documentsBy, why: change.why };
      await applicationHappened(trx, { happening: 'documents_asked', ...who, detail: asked });
    }
    await review(trx, application, about);
  });
}
