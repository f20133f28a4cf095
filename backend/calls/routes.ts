import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { CallRecord } from '#shared/billing/call-record.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { noteRecording } from './note-recording.ts';

async function keepOnce(
  trx: Database,
  record: CallRecord,
  workstationId: string,
  now: number,
): Promise<void> {
  const kept = await trx
    .insertInto('call_record')
    .values({
      call_id: record.callId,
      reference: record.reference,
      started_at: record.startedAt,
      ended_at: record.endedAt,
      user_id: record.userId,
      workstation_id: workstationId,
      mrn: record.mrn,
      guarantor_id: record.guarantorId,
      disposition: record.disposition,
      record: JSON.stringify(record),
      kept_at: instantOf(now),
    })
    .onConflict(conflict => conflict.column('call_id').doNothing())
    .returning('call_id')
    .executeTakeFirst();
  if (kept) return noteRecording(trx, record, now);
  const earlier = await trx
    .selectFrom('call_record')
    .select('record')
    .where('call_id', '=', record.callId)
    .executeTakeFirstOrThrow();
  if (!isDeepStrictEqual(CallRecord.parse(earlier.record), record)) throw new Refused('key_reused');
}

/** What is kept of a finished call; the desk may send it again until it has heard that it is kept. */
export function callRecordRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'keepCallRecord', async ({ params, body }, caller) => {
    if (params.callId !== body.callId) throw new Refused('bad_request', { field: 'callId' });
    if (body.endedAt < body.startedAt) throw new Refused('bad_request', { field: 'endedAt' });
    // A workstation sends for whoever was signed in; a person speaks for nobody else.
    if (caller.role !== 'workstation' && caller.user.userId !== body.userId) {
      throw new Refused('not_allowed');
    }
    await db.transaction().execute(trx => keepOnce(trx, body, caller.workstationId, clock()));
    return { callId: body.callId };
  });
}
