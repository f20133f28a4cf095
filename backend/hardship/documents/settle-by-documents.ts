import { sql } from 'kysely';
import type { DocumentRefusal } from '#shared/assistance/document.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { createWords } from '#shared/words/words.ts';
import type { Database } from '../../database/connect.ts';
import type { AboutCase } from '../about-case.ts';
import { applicationHappened } from '../applications/events.ts';

const words = createWords('en');

interface Came {
  readonly applicationId: string;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly userId: string;
}

/** What is asked for and lies here, unrefused, has been received; what a counselor settled stays. */
export async function noteReceived(
  trx: Database,
  { applicationId, today, now, userId }: Came,
): Promise<void> {
  await sql`
    UPDATE application_requirement AS asked SET state = 'received', settled_on = ${today}, why = NULL,
      changed_at = ${now}, changed_by = ${userId}
    WHERE application_id = ${applicationId} AND state IN ('missing', 'refused') AND EXISTS (
      SELECT FROM application_document AS came
      WHERE came.application_id = asked.application_id AND came.kind = asked.kind AND refused_at IS NULL
        AND (asked.state = 'missing' OR came.received_at >= asked.changed_at))`.execute(trx);
}

interface RefusedOne {
  readonly applicationId: string;
  readonly kind: DocumentKind;
  readonly reason: DocumentRefusal;
  readonly note: string | null;
}

/** With the last document of its kind refused, another one is asked for, in writing. */
export async function askAgain(
  trx: Database,
  { applicationId, kind, reason, note }: RefusedOne,
  { caseId, guarantorId, userId, workstationId, now }: AboutCase,
): Promise<void> {
  const why = note ?? words.t(`documents:reasons.${reason}`);
  const { rows } = await sql<{ by: CalendarDate | null }>`
    UPDATE application_requirement AS asked SET state = 'refused', settled_on = NULL, why = ${why},
      changed_at = ${now}, changed_by = ${userId}
    FROM assistance_application AS application
    WHERE asked.application_id = ${applicationId} AND asked.kind = ${kind} AND asked.state = 'received'
      AND application.application_id = asked.application_id AND application.state = 'waiting_for_documents'
      AND NOT EXISTS (SELECT FROM application_document AS other WHERE other.application_id = asked.application_id
        AND other.kind = asked.kind AND other.refused_at IS NULL)
    RETURNING documents_by AS by`.execute(trx);
  if (!rows[0]) return;
  const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
  const detail = { kinds: [kind], by: rows[0].by, why, reason, note };
  await applicationHappened(trx, { happening: 'documents_asked', ...who, detail });
}
