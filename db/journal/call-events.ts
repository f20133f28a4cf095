import { instantOf } from '#shared/calendar/dates.ts';
import type { CallEvent } from '#shared/desk/open-call.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

type EventRow = Omit<CallEvent, 'at'> & { readonly at: number };

const insert = writeQuery(`
  INSERT INTO call_event (call_id, at, kind, about) VALUES (:callId, :at, :kind, :about)`);

const ofCall = readQuery<EventRow, { callId: string }>(
  'SELECT at, kind, about FROM call_event WHERE call_id = :callId ORDER BY event_id',
);

/** Adds what just happened on a call. */
export function addCallEvent(db: WriteDb, callId: string, { at, kind, about }: CallEvent): void {
  insert.run(db, { callId, at: Date.parse(at), kind, about });
}

/** What happened on a call, in order. */
export function callEvents(db: ReadDb, callId: string): CallEvent[] {
  return ofCall.all(db, { callId }).map(row => ({ ...row, at: instantOf(row.at) }));
}
