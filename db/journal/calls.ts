import type { CallRecord } from '#shared/billing/call-record.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { inTransaction, readQuery, writeQuery } from '../query.ts';
import { type CallRow, type KeptCall, keptCall } from './call-rows.ts';
import { putOutbox } from './outbox.ts';

const columns = `
  call_id AS callId, reference, user_id AS userId, started_at AS startedAt, ended_at AS endedAt,
  options, patient, verification, said, notes, record`;

const insert = writeQuery(`
  INSERT INTO call (call_id, reference, user_id, started_at, options)
  VALUES (:callId, :reference, :userId, :startedAt, :options)`);

const open = readQuery<CallRow, { userId: string }>(
  `SELECT ${columns} FROM call WHERE user_id = :userId AND ended_at IS NULL`,
);

const everyOpen = readQuery<CallRow, Record<string, never>>(
  `SELECT ${columns} FROM call WHERE ended_at IS NULL ORDER BY started_at`,
);

const one = readQuery<CallRow, { callId: string }>(
  `SELECT ${columns} FROM call WHERE call_id = :callId`,
);

const update = writeQuery(`
  UPDATE call
  SET options = :options, patient = :patient, verification = :verification, said = :said, notes = :notes
  WHERE call_id = :callId AND ended_at IS NULL`);

const end = writeQuery(`
  UPDATE call SET ended_at = :endedAt, record = :record, notes = :notes
  WHERE call_id = :callId AND ended_at IS NULL`);

/** Begins a call. Fails when this user already has one open. */
export function startCall(
  db: WriteDb,
  call: Pick<KeptCall, 'callId' | 'reference' | 'userId' | 'startedAt' | 'options'>,
): void {
  insert.run(db, {
    callId: call.callId,
    reference: call.reference,
    userId: call.userId,
    startedAt: Date.parse(call.startedAt),
    options: JSON.stringify(call.options),
  });
}

/** The call this user has open. */
export function openCall(db: ReadDb, userId: string): KeptCall | undefined {
  const row = open.get(db, { userId });
  return row && keptCall(row);
}

/** Every call that is open at this desk, whoever's it is: after a start, those that were cut short. */
export function openCalls(db: ReadDb): KeptCall[] {
  return everyOpen.all(db, {}).map(keptCall);
}

/** A call, open or ended. */
export function readCall(db: ReadDb, callId: string): KeptCall | undefined {
  const row = one.get(db, { callId });
  return row && keptCall(row);
}

export type CallChanges = Partial<
  Pick<KeptCall, 'options' | 'patient' | 'verification' | 'said' | 'notes'>
>;

/** Changes parts of an open call and gives it as it is then; undefined when it has ended or never was. */
export function updateCall(
  db: WriteDb,
  callId: string,
  changes: CallChanges,
): KeptCall | undefined {
  return inTransaction(db, () => {
    const before = readCall(db, callId);
    if (!before || before.endedAt !== null) return undefined;
    const after: KeptCall = { ...before, ...changes };
    update.run(db, {
      callId,
      options: JSON.stringify(after.options),
      patient: after.patient && JSON.stringify(after.patient),
      verification: after.verification && JSON.stringify(after.verification),
      said: JSON.stringify(after.said),
      notes: after.notes,
    });
    return after;
  });
}

/** Ends a call; in the same transaction its record is owed to the backend. A second time changes nothing. */
export function endCall(db: WriteDb, record: CallRecord): void {
  inTransaction(db, () => {
    const changed = end.run(db, {
      callId: record.callId,
      endedAt: Date.parse(record.endedAt),
      record: JSON.stringify(record),
      notes: record.notes,
    });
    if (changed === 0) return;
    const { callId, userId, guarantorId, endedAt } = record;
    putOutbox(db, {
      kind: 'call_record',
      subject: callId,
      // What was kept for later on the call goes before its record; without a guarantor nothing was.
      lane: guarantorId ?? `call ${callId}`,
      userId,
      callId,
      body: record,
      at: endedAt,
    });
  });
}
