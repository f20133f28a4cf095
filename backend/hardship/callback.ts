import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { callbackFault } from '#shared/hardship/callback.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutCase } from './about-case.ts';
import { noteCaseEvent } from './note-event.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

interface KeptCallback {
  readonly dueOn: CalendarDate;
  readonly note: string;
}

async function keptBefore(
  trx: Database,
  itemId: string,
  { caseId }: AboutCase,
): Promise<KeptCallback | undefined> {
  const { rows } = await sql<KeptCallback & { isOther: boolean }>`
    SELECT due_on AS "dueOn", note, case_id <> ${caseId} OR kind <> 'callback' AS "isOther"
    FROM hardship_item WHERE item_id = ${itemId}`.execute(trx);
  const [kept] = rows;
  if (kept?.isOther) throw new Refused('key_reused');
  return kept;
}

/** Notes when the household is called back, once under its id. */
export async function keepCallback(
  trx: Database,
  about: AboutCase,
  itemId: string,
  { dueOn, note }: KeptCallback,
): Promise<void> {
  refuseCardNumber(note, 'note');
  const kept = await keptBefore(trx, itemId, about);
  if (kept) {
    if (kept.dueOn !== dueOn || kept.note !== note) throw new Refused('key_reused');
    return;
  }
  const fault = callbackFault(dueOn, about.today);
  if (fault) throw new Refused(fault, { field: 'dueOn' });
  const { caseId, now, userId, workstationId } = about;
  await sql`
    INSERT INTO hardship_item (item_id, case_id, kind, opened_at, due_on, note)
    VALUES (${itemId}, ${caseId}, 'callback', ${now}, ${dueOn}, ${note})`.execute(trx);
  const detail = { kind: 'callback', dueOn };
  await noteCaseEvent(trx, { caseId, now, kind: 'to_do', detail, userId, workstationId });
}
