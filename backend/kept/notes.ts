import type { Selectable } from 'kysely';
import { AccountNote } from '#shared/billing/account-note.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AccountNoteTable } from '../database/tables/kept.ts';
import type { KeptKind } from './keep-once.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

export function noteOf(row: Selectable<AccountNoteTable>): AccountNote {
  return AccountNote.parse({
    noteId: row.note_id,
    callId: row.call_id,
    guarantorId: row.guarantor_id,
    userId: row.user_id,
    writtenAt: instantOf(Date.parse(row.written_at)),
    text: row.text,
  });
}

export const notes: KeptKind<AccountNote> = {
  guestToo: true,
  async find(db, { noteId }) {
    const row = await db
      .selectFrom('account_note')
      .where('note_id', '=', noteId)
      .selectAll()
      .executeTakeFirst();
    return row && noteOf(row);
  },
  check: (_db, { text }) => refuseCardNumber(text, 'text'),
  async insert(db, body, { workstationId, keptAt }) {
    await db
      .insertInto('account_note')
      .values({
        note_id: body.noteId,
        call_id: body.callId,
        guarantor_id: body.guarantorId,
        user_id: body.userId,
        workstation_id: workstationId,
        written_at: body.writtenAt,
        text: body.text,
        kept_at: keptAt,
      })
      .onConflict(conflict => conflict.doNothing())
      .execute();
  },
};
