import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { ApplicantStatement } from '#shared/assistance/application.ts';
import { documentsBy } from '#shared/assistance/application-clock.ts';
import {
  type AssistancePolicy,
  assistancePolicy,
  type DocumentKind,
} from '#shared/assistance/policy.ts';
import { proposalFor } from '#shared/assistance/proposal.ts';
import type { Household } from '#shared/assistance/screening.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import type { AboutCase } from '../about-case.ts';
import { noteReceived } from '../documents/settle-by-documents.ts';
import { openItem } from '../open-item.ts';
import { newestScreening } from '../screening/read-screening.ts';
import { applyUntilOf } from './apply-until.ts';
import { applicationHappened } from './events.ts';
import { applicationInOwnCase } from './locked-application.ts';

interface Submission {
  readonly applicationId: string;
  readonly caseId: string;
  readonly statement: ApplicantStatement;
}

/** The household as it is decided on, and the policy of the day; refuses what cannot be decided. */
async function factsOf(
  trx: Database,
  { guarantorId, region, today }: AboutCase,
): Promise<{ readonly household: Household; readonly policy: AssistancePolicy }> {
  const screening = await newestScreening(trx, guarantorId);
  if (!screening) throw new Refused('screening_missing');
  const { household } = screening;
  if (household.incomes === null) throw new Refused('application_incomplete');
  const policy = assistancePolicy(region, today);
  if (!policy) throw new Refused('no_assistance_policy');
  const lastDay = await applyUntilOf(trx, guarantorId, policy);
  if (lastDay !== null && lastDay < today) throw new Refused('application_too_late', { lastDay });
  return { household: { ...household, region }, policy };
}

/** Every document that the policy asks for, and the bills of medical care where they decide. */
function documentsAsked(
  household: Household,
  { documents }: AssistancePolicy,
  today: CalendarDate,
): DocumentKind[] {
  const { reason } = proposalFor(household, today);
  const bills: DocumentKind[] = reason === 'by_expenses' ? ['medical_expenses'] : [];
  return [...new Set([...documents, ...bills])];
}

async function askForDocuments(
  trx: Database,
  applicationId: string,
  kinds: readonly DocumentKind[],
  { userId, now }: AboutCase,
): Promise<void> {
  await sql`
    INSERT INTO application_requirement (application_id, kind, changed_at, changed_by)
    SELECT ${applicationId}, unnest(${kinds}::text[]), ${now}, ${userId}`.execute(trx);
}

async function write(trx: Database, submission: Submission, about: AboutCase): Promise<void> {
  const { applicationId, statement } = submission;
  const { guarantorId, userId, workstationId, caseId, today, now } = about;
  const { household, policy } = await factsOf(trx, about);
  const waitUntil = documentsBy(today);
  await sql`
    UPDATE assistance_application SET state = 'waiting_for_documents', state_on = ${today}, state_at = ${now},
      household = ${JSON.stringify(household)}, statement = ${JSON.stringify(statement)}, submitted_on = ${today},
      submitted_by = ${userId}, documents_by = ${waitUntil}
    WHERE application_id = ${applicationId}`.execute(trx);
  // One that was brought along from before goes on in this one.
  await sql`
    UPDATE assistance_application SET closed_on = ${today}
    WHERE guarantor_id = ${guarantorId} AND programme = 'mfa' AND state IS NULL AND closed_on IS NULL`.execute(
    trx,
  );
  const kinds = documentsAsked(household, policy, today);
  await askForDocuments(trx, applicationId, kinds, about);
  await openItem(trx, {
    guarantorId,
    kind: 'documents',
    about: applicationId,
    dueOn: waitUntil,
    now,
  });
  await noteReceived(trx, { applicationId, today, now, userId });
  const what = { applicationId, guarantorId, caseId, now, userId, workstationId };
  await applicationHappened(trx, {
    happening: 'submitted',
    ...what,
    detail: { how: statement.how },
  });
  const detail = { kinds, by: waitUntil };
  await applicationHappened(trx, { happening: 'documents_asked', ...what, detail });
}

/** Hands a draft in, once; the same statement again changes nothing. */
export function submitApplication(
  db: Database,
  submission: Submission,
  person: Person,
  nowMs: number,
): Promise<void> {
  return db.transaction().execute(async trx => {
    const { about, application } = await applicationInOwnCase(trx, person, submission, nowMs);
    if (isDeepStrictEqual(application.statement, submission.statement)) return;
    if (application.state !== 'draft') throw new Refused('application_moved');
    if (submission.statement.on > about.today) {
      throw new Refused('statement_date_wrong', { field: 'statement.on' });
    }
    await write(trx, submission, about);
  });
}
