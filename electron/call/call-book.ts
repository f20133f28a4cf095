import type { WriteDb } from '#db/handles.ts';
import { addCallEvent, callEvents } from '#db/journal/call-events.ts';
import type { KeptCall } from '#db/journal/call-rows.ts';
import {
  type CallChanges,
  endCall,
  openCall,
  openCalls,
  readCall,
  startCall,
  updateCall,
} from '#db/journal/calls.ts';
import { inTransaction } from '#db/query.ts';
import type { CallRecord } from '#shared/billing/call-record.ts';
import type { CallEvent } from '#shared/desk/open-call.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import { Refused } from '../desk/refused.ts';

type NewCall = Pick<KeptCall, 'callId' | 'reference' | 'userId' | 'startedAt' | 'options'>;

/** The calls of this desk, as the journal keeps them. */
export interface CallBook {
  open(userId: string): KeptCall | undefined;
  find(callId: string): KeptCall | undefined;
  start(call: NewCall): KeptCall;
  /** Changes an open call; refuses when it has ended meanwhile. */
  change(callId: string, changes: CallChanges): KeptCall;
  note(callId: string, kind: CallEvent['kind'], about: string): void;
  /** Notes what is worth saying once a call about each record. */
  noteOnce(callId: string, kind: CallEvent['kind'], about: string): void;
  /** Notes at a start that the desk came back to each call that was open. */
  noteRestored(): void;
  events(callId: string): CallEvent[];
  end(record: CallRecord): void;
}

export function createCallBook(journal: WriteDb, clock: Clock): CallBook {
  const events = (callId: string) => callEvents(journal, callId);
  const note: CallBook['note'] = (callId, kind, about) =>
    addCallEvent(journal, callId, { at: nowOf(clock), kind, about });
  return {
    open: userId => openCall(journal, userId),
    find: callId => readCall(journal, callId),
    start(call) {
      inTransaction(journal, () => {
        startCall(journal, call);
        note(call.callId, 'started', call.reference);
      });
      const kept = readCall(journal, call.callId);
      if (!kept) throw new Refused('journal_failed');
      return kept;
    },
    change(callId, changes) {
      const changed = updateCall(journal, callId, changes);
      if (!changed) throw new Refused('no_call');
      return changed;
    },
    note,
    noteOnce(callId, kind, about) {
      if (!events(callId).some(each => each.kind === kind && each.about === about))
        note(callId, kind, about);
    },
    noteRestored() {
      for (const call of openCalls(journal)) note(call.callId, 'restored', call.reference);
    },
    events,
    end(record) {
      inTransaction(journal, () => {
        note(record.callId, 'ended', record.disposition);
        endCall(journal, record);
      });
    },
  };
}
