import { type RawBuilder, sql } from 'kysely';
import { Requirement } from '#shared/assistance/application.ts';
import { openApplicationStates } from '#shared/assistance/application-states.ts';
import { AssistanceDocument } from '#shared/assistance/document.ts';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { CaseDocuments } from '#shared/contract/documents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { seenDocument } from '../applications/read.ts';

/** Whether documents are still taken in a state. */
export const takesDocuments = (state: string): boolean =>
  ['draft', ...openApplicationStates].includes(state);

async function documentsWhere(
  db: Database,
  where: RawBuilder<unknown>,
): Promise<AssistanceDocument[]> {
  const { rows } = await sql`
    SELECT document_id AS "documentId", application_id AS "applicationId", kind, file_name AS "fileName", format,
      size_bytes AS "sizeBytes", needs_password AS "needsPassword", received_at AS "receivedAt", receiver.name AS by,
      CASE WHEN refused_at IS NOT NULL THEN jsonb_build_object('at',
        to_char(refused_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', refuser.name,
        'reason', refused_why, 'note', refused_note) END AS refused
    FROM application_document JOIN user_account AS receiver ON receiver.user_id = received_by
      LEFT JOIN user_account AS refuser ON refuser.user_id = refused_by
    WHERE ${where} ORDER BY received_at DESC, document_id DESC`.execute(db);
  return rows.map(row => AssistanceDocument.parse(row));
}

/** One document; undefined when there is none of that id. */
export async function findDocument(
  db: Database,
  documentId: string,
): Promise<AssistanceDocument | undefined> {
  const [found] = await documentsWhere(db, sql`document_id = ${documentId}`);
  return found;
}

interface NewestApplication {
  readonly applicationId: string | null;
  readonly state: string | null;
  readonly region: RegionCode;
  readonly guarantorId: string;
}

async function newestOf(db: Database, { user }: Person, caseId: string) {
  const { rows } = await sql<NewestApplication>`
    SELECT application_id AS "applicationId", application.state, region, guarantor_id AS "guarantorId"
    FROM hardship_case JOIN guarantor USING (guarantor_id)
      LEFT JOIN LATERAL (SELECT application_id, state FROM assistance_application AS own
        WHERE own.guarantor_id = hardship_case.guarantor_id AND case_id IS NOT NULL
        ORDER BY begun_at DESC LIMIT 1) AS application ON true
    WHERE hardship_case.case_id = ${caseId} AND region = ANY (${user.regions})`.execute(db);
  if (!rows[0]) throw new Refused('case_not_found');
  return rows[0];
}

/** What was asked for; of a draft, what the policy of its region will ask for. */
async function askedBy(
  db: Database,
  applicationId: string,
  documents: readonly AssistanceDocument[],
  { region, today }: { readonly region: RegionCode; readonly today: CalendarDate },
): Promise<Requirement[]> {
  const { rows } = await sql`
    SELECT kind, state, why, settled_on AS "settledOn", ${seenDocument} AS seen FROM application_requirement WHERE application_id = ${applicationId}
    ORDER BY array_position(ARRAY['identity', 'income', 'address', 'medical_expenses'], kind)`.execute(
    db,
  );
  if (rows.length > 0) return rows.map(row => Requirement.parse(row));
  const kinds = assistancePolicy(region, today)?.documents ?? [];
  const came = new Set(documents.filter(each => !each.refused).map(each => each.kind));
  const unsettled = { settledOn: null, why: null, seen: null };
  return kinds.map(kind => ({
    kind,
    state: came.has(kind) ? 'received' : 'missing',
    ...unsettled,
  }));
}

/** What the newest application of a case's guarantor asks for and has, and whose it is. */
export async function documentsOfCase(
  db: Database,
  person: Person,
  caseId: string,
  nowMs: number,
): Promise<{ readonly guarantorId: string; readonly documents: CaseDocuments }> {
  const { applicationId, state, region, guarantorId } = await newestOf(db, person, caseId);
  const none = { applicationId, state: null, isOpen: false, asked: [], documents: [] };
  if (applicationId === null || state === null) return { guarantorId, documents: none };
  const today = dateIn(regions[region].timeZone, instantOf(nowMs));
  const documents = await documentsWhere(db, sql`application_id = ${applicationId}`);
  const asked = await askedBy(db, applicationId, documents, { region, today });
  const isOpen = takesDocuments(state);
  return {
    guarantorId,
    documents: CaseDocuments.parse({ applicationId, state, isOpen, asked, documents }),
  };
}
