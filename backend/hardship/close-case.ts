import { sql } from 'kysely';
import type { CaseOutcome } from '#shared/hardship/case.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { ownCase } from './about-case.ts';
import { noteCaseEvent } from './note-event.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

interface Closing {
  readonly outcome: CaseOutcome;
  readonly note: string;
}

/** Whether this person closed it like this before. */
async function isClosedSo(
  trx: Database,
  caseId: string,
  { user }: Person,
  { outcome, note }: Closing,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions}) AND closed_by = ${user.userId}
      AND outcome = ${outcome} AND closing_note = ${note}`.execute(trx);
  return rows.length > 0;
}

async function refuseWhatIsOpen(trx: Database, caseId: string, guarantorId: string) {
  const { rows } = await sql<{ application: boolean; items: boolean }>`
    SELECT EXISTS (SELECT FROM assistance_application WHERE guarantor_id = ${guarantorId}
        AND state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed')) AS application,
      EXISTS (SELECT FROM hardship_item WHERE case_id = ${caseId} AND done_at IS NULL) AS items`.execute(
    trx,
  );
  if (rows[0]?.application) throw new Refused('case_has_application');
  if (rows[0]?.items) throw new Refused('case_has_items');
}

/** Closes a case of one's own in which nothing is left to do. Again changes nothing. */
export async function closeCase(
  trx: Database,
  person: Person,
  caseId: string,
  closing: Closing,
  nowMs: number,
): Promise<void> {
  refuseCardNumber(closing.note, 'note');
  if (await isClosedSo(trx, caseId, person, closing)) return;
  const { guarantorId, now, userId, workstationId } = await ownCase(trx, person, caseId, nowMs);
  await refuseWhatIsOpen(trx, caseId, guarantorId);
  const { outcome, note } = closing;
  await sql`
    UPDATE hardship_case SET closed_at = ${now}, closed_by = ${userId}, outcome = ${outcome}, closing_note = ${note}
    WHERE case_id = ${caseId}`.execute(trx);
  const detail = { outcome, note };
  await noteCaseEvent(trx, { caseId, now, kind: 'closed', detail, userId, workstationId });
}
