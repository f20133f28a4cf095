import { sql } from 'kysely';
import type { CallRecord } from '#shared/billing/call-record.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { notResumed } from '#shared/call/recording-pauses.ts';
import type { Database } from '../database/connect.ts';

/** Tells the supervisors of a call whose recording did not go on after a pause, or not soon enough. */
export async function noteRecording(
  trx: Database,
  { callId, guarantorId, recordingPauses }: CallRecord,
  now: number,
): Promise<void> {
  const why = notResumed(recordingPauses ?? []);
  if (why === undefined) return;
  await sql`
    SELECT open_exception('recording', ${callId}, ${why},
      (SELECT guarantor_id FROM guarantor WHERE guarantor_id = ${guarantorId}), NULL, NULL, NULL, ${instantOf(now)})`.execute(
    trx,
  );
}
