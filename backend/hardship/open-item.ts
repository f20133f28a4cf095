import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { HardshipItemKind } from '#shared/hardship/items.ts';
import type { Database } from '../database/connect.ts';
import { noteCaseEvent } from './note-event.ts';

/** Something a counselor will have to do. */
export interface ItemToOpen {
  readonly guarantorId: string;
  readonly kind: HardshipItemKind;
  readonly about: string | null;
  readonly dueOn: CalendarDate;
  readonly note?: string;
  readonly now: Instant;
  /** Left out for what a run opens. */
  readonly by?: { readonly userId: string; readonly workstationId: string };
}

/** The guarantor's open case; opened when there is none. Two at once get the same one. */
export async function openCaseOf(
  trx: Database,
  guarantorId: string,
  now: Instant,
): Promise<{ readonly caseId: string; readonly isNew: boolean }> {
  const caseId = randomUUID();
  const { rows: made } = await sql`
    INSERT INTO hardship_case (case_id, guarantor_id, opened_at) VALUES (${caseId}, ${guarantorId}, ${now})
    ON CONFLICT (guarantor_id) WHERE closed_at IS NULL DO NOTHING RETURNING case_id`.execute(trx);
  if (made.length > 0) return { caseId, isNew: true };
  const { rows } = await sql<{ caseId: string }>`
    SELECT case_id AS "caseId" FROM hardship_case
    WHERE guarantor_id = ${guarantorId} AND closed_at IS NULL FOR UPDATE`.execute(trx);
  const [found] = rows;
  // It was closed between the two statements: the next try opens another one.
  return found ? { caseId: found.caseId, isNew: false } : openCaseOf(trx, guarantorId, now);
}

/** Puts something to do into the guarantor's open case, once as long as it is open, and notes it; gives the case. */
export async function openItem(trx: Database, item: ItemToOpen): Promise<string> {
  const { guarantorId, kind, about, dueOn, note = null, now, by = {} } = item;
  const { caseId, isNew } = await openCaseOf(trx, guarantorId, now);
  if (isNew) await noteCaseEvent(trx, { caseId, now, kind: 'opened', ...by });
  const { rows } = await sql`
    INSERT INTO hardship_item (item_id, case_id, kind, about, opened_at, due_on, note)
    VALUES (${randomUUID()}, ${caseId}, ${kind}, ${about}, ${now}, ${dueOn}, ${note})
    ON CONFLICT (kind, about) WHERE done_at IS NULL AND about IS NOT NULL DO NOTHING RETURNING item_id`.execute(
    trx,
  );
  if (rows.length > 0) {
    const what = { detail: { kind, dueOn }, ...(about !== null && { about }) };
    await noteCaseEvent(trx, { caseId, now, kind: 'to_do', ...what, ...by });
  }
  return caseId;
}

/** Ends what waits about something, because it came; nothing open of that kind changes nothing. */
export async function closeItem(
  trx: Database,
  {
    kind,
    about,
    now,
    userId,
  }: Pick<ItemToOpen, 'kind' | 'now'> & { about: string; userId: string | null },
): Promise<void> {
  await sql`
    UPDATE hardship_item SET done_at = ${now}, done_by = ${userId}
    WHERE kind = ${kind} AND about = ${about} AND done_at IS NULL`.execute(trx);
}
