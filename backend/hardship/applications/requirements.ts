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
import { refuseUnseen } from './proved.ts';

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
  const seen = 'seen' in change ? change.seen : undefined;
  const { rows } = await sql`
    UPDATE application_requirement SET state = ${change.state}, settled_on = ${settledOn}, why = ${why},
      seen_how = ${seen?.how ?? null}, seen_what = ${seen?.what ?? null}, seen_by = ${seen?.by ?? null}, changed_at = ${now}, changed_by = ${userId}
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

/**
 * Notes how a document was seen that was accepted before without a word of it, when its application has gone on: the
 * day it came, and with it the clock, stay as they are.
 */
async function noteSeenLater(
  trx: Database,
  { applicationId, kind, change }: Settled,
  { now, userId }: AboutCase,
): Promise<void> {
  const seen = change.state === 'accepted' ? change.seen : undefined;
  if (!seen) throw new Refused('application_moved');
  const { rows } = await sql`
    UPDATE application_requirement SET seen_how = ${seen.how}, seen_what = ${seen.what}, seen_by = ${seen.by},
      changed_at = ${now}, changed_by = ${userId}
    WHERE application_id = ${applicationId} AND kind = ${kind} AND state = 'accepted' AND seen_how IS NULL
    RETURNING kind`.execute(trx);
  if (rows.length === 0) throw new Refused('application_moved');
}

/** The words of whoever settles a document, in which no card number is kept. */
function refuseCardIn(change: RequirementChange): void {
  if ('why' in change) refuseCardInReason(change.why, 'change.why');
  if (!('seen' in change) || !change.seen) return;
  refuseCardInReason(change.seen.what, 'change.seen.what');
  refuseCardInReason(change.seen.by, 'change.seen.by');
}

/** Notes what became of one document, while documents are waited for; later only how an accepted one was seen. */
export function settleRequirement(
  db: Database,
  settled: Settled,
  person: Person,
  nowMs: number,
): Promise<void> {
  const { change, kind } = settled;
  refuseCardIn(change);
  return db.transaction().execute(async trx => {
    const { about, application } = await applicationInOwnCase(trx, person, settled, nowMs);
    const { applicationId, guarantorId, state } = application;
    if (state === 'in_review' || state === 'appealed') await noteSeenLater(trx, settled, about);
    else {
      if (state !== 'waiting_for_documents') throw new Refused('application_moved');
      refuseWrongDay(settled, about, application);
      if (change.state === 'accepted' && !change.seen) await refuseUnseen(trx, applicationId, kind);
      await write(trx, settled, about);
    }
    const { caseId, userId, workstationId, now } = about;
    const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
    const seen = 'seen' in change ? change.seen : undefined;
    const detail = { kind, state: change.state, ...seen };
    const happening = seen ? 'document_seen' : 'document_settled';
    await applicationHappened(trx, { happening, ...who, detail });
    if (change.state === 'refused') {
      const asked = { kinds: [kind], by: application.documentsBy, why: change.why };
      await applicationHappened(trx, { happening: 'documents_asked', ...who, detail: asked });
    }
    if (state === 'waiting_for_documents') await review(trx, application, about);
  });
}
