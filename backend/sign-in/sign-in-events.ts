import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { SignInEventTable } from '../database/tables/staff.ts';

interface SignInNote {
  readonly kind: SignInEventTable['kind'];
  readonly outcome: SignInEventTable['outcome'];
  /** As it was typed; kept only where it is a user's. */
  readonly userId: string;
  readonly workstationId: string;
  /** Where it was tried from; that of the workstation when left out. */
  readonly address?: string;
}

/** Keeps that somebody signed in or out, or tried to (PCI DSS 10.2.1.4, 10.2.1.5). */
export async function noteSignIn(db: Database, note: SignInNote, now: number): Promise<void> {
  await db
    .insertInto('sign_in_event')
    .values(({ selectFrom }) => ({
      event_id: uuidv7(),
      at: instantOf(now),
      kind: note.kind,
      outcome: note.outcome,
      user_id: selectFrom('user_account').select('user_id').where('user_id', '=', note.userId),
      workstation_id: note.workstationId,
      address: note.address ?? null,
    }))
    .execute();
}
