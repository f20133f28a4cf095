import { sql } from 'kysely';
import { endByThemselves, type HardshipItemKind } from '#shared/hardship/items.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutCase } from './about-case.ts';
import { noteCaseEvent } from './note-event.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

/** Ends what was to be done, with what was done; a referral is closed with it. Again changes nothing. */
export async function finishItem(
  trx: Database,
  { caseId, now, userId, workstationId }: AboutCase,
  itemId: string,
  note: string,
): Promise<void> {
  refuseCardNumber(note, 'note');
  const { rows } = await sql<{ kind: HardshipItemKind; about: string | null; isDone: boolean }>`
    SELECT kind, about, done_at IS NOT NULL AS "isDone" FROM hardship_item
    WHERE item_id = ${itemId} AND case_id = ${caseId} FOR UPDATE`.execute(trx);
  const [item] = rows;
  if (!item) throw new Refused('item_not_found');
  if (item.isDone) return;
  const { kind, about } = item;
  if (endByThemselves.includes(kind)) throw new Refused('item_ends_by_itself');
  await sql`
    UPDATE hardship_item SET done_at = ${now}, done_by = ${userId}, done_note = ${note}
    WHERE item_id = ${itemId}`.execute(trx);
  if (kind === 'referral') {
    await sql`
      UPDATE referral SET closed_at = greatest(referred_at, ${now}::timestamptz)
      WHERE referral_id = ${about} AND closed_at IS NULL`.execute(trx);
  }
  const event = { kind: 'done', detail: { kind, note }, ...(about !== null && { about }) };
  await noteCaseEvent(trx, { caseId, now, userId, workstationId, ...event });
}
