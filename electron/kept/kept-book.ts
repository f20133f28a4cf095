import type { WriteDb } from '#db/handles.ts';
import { addAudit } from '#db/journal/audit.ts';
import { addCallEvent } from '#db/journal/call-events.ts';
import { putOutbox } from '#db/journal/outbox.ts';
import { keptOnCall } from '#db/journal/outbox-items.ts';
import { inTransaction } from '#db/query.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { CallEvent } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';

interface Kept {
  readonly callId: string;
  readonly guarantorId: string;
  readonly userId: string;
}

const eventOf = {
  account_note: 'noted',
  promise: 'promised',
  referral: 'referred',
  expected_wire: 'wire_expected',
} as const satisfies Record<KeptOnCall['kind'], CallEvent['kind']>;

/** What calls leave with a guarantor, as the journal keeps it. */
export interface KeptBook {
  /**
   * Keeps a record with the debt of sending it, what it is in the call's log, and its audit: all or
   * nothing. Only after this has returned may the network hear of it.
   */
  keep<Record extends Kept>(
    kind: KeptOnCall['kind'],
    subject: string,
    record: Record,
    at: Instant,
  ): Record;
  ofCall(callId: string): KeptOnCall[];
}

export function createKeptBook(journal: WriteDb): KeptBook {
  return {
    keep(kind, subject, record, at) {
      const { callId, userId, guarantorId } = record;
      const event = eventOf[kind];
      inTransaction(journal, () => {
        putOutbox(journal, { kind, subject, lane: guarantorId, userId, callId, body: record, at });
        addCallEvent(journal, callId, { at, kind: event, about: subject });
        addAudit(journal, { at, userId, action: event, subjectKind: 'record', subject });
      });
      return record;
    },
    ofCall: callId => keptOnCall(journal, callId),
  };
}
