import { sql } from 'kysely';
import type { CasePriority } from '#shared/hardship/items.ts';
import type { Database } from '../database/connect.ts';
import type { AboutCase } from './about-case.ts';
import { noteCaseEvent } from './note-event.ts';

/** Sets how pressing a case is, or lets what is due decide again. Again changes nothing. */
export async function setPriority(
  trx: Database,
  { caseId, now, userId, workstationId }: AboutCase,
  priority: CasePriority | null,
): Promise<void> {
  const { rows } = await sql`
    UPDATE hardship_case SET priority = ${priority}
    WHERE case_id = ${caseId} AND priority IS DISTINCT FROM ${priority} RETURNING case_id`.execute(
    trx,
  );
  if (rows.length === 0) return;
  const kind = priority === null ? 'priority_by_due' : `priority_${priority}`;
  await noteCaseEvent(trx, { caseId, now, kind, userId, workstationId });
}
