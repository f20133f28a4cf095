import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

export interface AccessNote {
  readonly action:
    | 'found'
    | 'verification_begun'
    | 'factor_answered'
    | 'balance_read'
    | 'assistance_read'
    | 'record_unlocked'
    | 'outcome_overridden'
    | 'arrival_assigned'
    | 'payment_read';
  readonly mrn: string | null;
  readonly guarantorId: string | null;
  readonly callId: string | null;
  readonly reason?: string;
}

/** Keeps who looked at whom, and under which call (45 CFR 164.312(b)); a search without result too. */
export async function noteAccess(
  db: Database,
  person: Person,
  notes: readonly AccessNote[],
  now: number,
): Promise<void> {
  const rows = notes.map(note => ({
    event_id: uuidv7(),
    at: instantOf(now),
    user_id: person.user.userId,
    workstation_id: person.workstationId,
    action: note.action,
    mrn: note.mrn,
    guarantor_id: note.guarantorId,
    call_id: note.callId,
    reason: note.reason ?? null,
  }));
  await db.insertInto('access_event').values(rows).execute();
}
