import { describe, expect, it } from 'vitest';
import { addCallEvent, callEvents } from '#db/journal/call-events.ts';
import {
  endCall,
  openCall,
  openCalls,
  readCall,
  startCall,
  updateCall,
} from '#db/journal/calls.ts';
import { outboxDue } from '#db/journal/outbox-due.ts';
import { inTransaction } from '#db/query.ts';
import type { CallRecord } from '#shared/billing/call-record.ts';
import type { FoundPatient } from '#shared/contract/patients.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import { fileOptions, journalFor, newJournal } from './desk-files.ts';
import { at, beginCall, callId, userId } from './rows.ts';

const patient = {
  mrn: '00124471',
  name: "Marisol O'Neil-Đặng",
  guarantorId: '300441207',
  guarantorName: "Marisol O'Neil-Đặng",
  isGuarantor: true,
  region: 'NCAL',
  language: 'es',
  isMinor: false,
  isDeceased: false,
  lockedAt: null,
} as FoundPatient;

const verification = {
  verificationId: 'b7f3c1de-5d0a-4a47-9d6e-7a4a5b1c2d3e',
  callId,
  mrn: '00124471',
  guarantorId: '300441207',
  callerRole: 'patient',
  callerName: null,
  state: 'verified',
  refusal: null,
  askable: ['street_address'],
  matched: ['birth_date', 'phone'],
  failed: ['postal_code'],
  attemptsLeft: 2,
  discloses: 'everything',
} as Verification;

const record: CallRecord = {
  callId,
  reference: 'C-4XK7',
  startedAt: at('2026-11-21T18:00:00Z'),
  endedAt: at('2026-11-21T18:09:00Z'),
  userId,
  mrn: patient.mrn,
  guarantorId: patient.guarantorId,
  callerRole: 'patient',
  disposition: 'paid',
  summary: 'Call C-4XK7.',
  notes: 'Asked for a copy.',
  followUps: [],
  attemptKeys: [],
};

describe('an open call comes back as it was left', () => {
  it('with patient, verification, words said, notes and events, through a restart', () => {
    const options = fileOptions('journal');
    const first = journalFor(options);
    beginCall(first);
    updateCall(first, callId, { patient, verification });
    updateCall(first, callId, { said: ['recording_notice'], notes: 'Asks about “knee”; ½ paid?' });
    addCallEvent(first, callId, {
      at: at('2026-11-21T18:00:01Z'),
      kind: 'verified',
      about: 'patient',
    });
    addCallEvent(first, callId, {
      at: at('2026-11-21T18:00:01Z'),
      kind: 'said',
      about: 'recording_notice',
    });
    first.close();
    const again = journalFor(options);
    expect(openCall(again, userId)).toEqual({
      callId,
      reference: 'C-4XK7',
      userId,
      startedAt: at('2026-11-21T18:00:00Z'),
      endedAt: null,
      options: { language: 'en', interpreter: false, tty: false },
      patient,
      verification,
      said: ['recording_notice'],
      notes: 'Asks about “knee”; ½ paid?',
      record: null,
    });
    expect(callEvents(again, callId).map(event => event.kind)).toEqual(['verified', 'said']);
  });

  it('nobody is on two calls at a time, and another person may be on one', () => {
    const db = newJournal();
    beginCall(db);
    const another = {
      callId: '00000000-0000-4000-8000-000000000002',
      reference: 'C-7RTX',
      startedAt: at('2026-11-21T18:01:00Z'),
      options: { language: 'es', interpreter: true, tty: false } as const,
    };
    expect(() => startCall(db, { ...another, userId })).toThrow(/UNIQUE/);
    startCall(db, { ...another, userId: 'b.ortiz' });
    expect(openCall(db, 'b.ortiz')?.options.language).toBe('es');
    expect(openCalls(db).map(call => call.reference)).toEqual(['C-4XK7', 'C-7RTX']);
  });
});

describe('a call that ends', () => {
  it('is owed to the backend in the same transaction', () => {
    const db = newJournal();
    beginCall(db);
    endCall(db, record);
    expect(openCall(db, userId)).toBeUndefined();
    expect(readCall(db, callId)).toMatchObject({
      endedAt: record.endedAt,
      record,
      notes: record.notes,
    });
    expect(outboxDue(db, record.endedAt)).toMatchObject([{ subject: callId, body: record }]);
  });

  it('ends once: a second record changes nothing', () => {
    const db = newJournal();
    beginCall(db);
    endCall(db, record);
    endCall(db, { ...record, disposition: 'dispute' });
    expect(readCall(db, callId)?.record?.disposition).toBe('paid');
    expect(outboxDue(db, record.endedAt)).toHaveLength(1);
  });

  it('cannot be changed any more', () => {
    const db = newJournal();
    beginCall(db);
    endCall(db, record);
    expect(updateCall(db, callId, { notes: 'later' })).toBeUndefined();
    expect(readCall(db, callId)?.notes).toBe(record.notes);
  });

  it('stays open when what was written with it fails', () => {
    const db = newJournal();
    beginCall(db);
    const failing = () =>
      inTransaction(db, () => {
        endCall(db, record);
        throw new Error('power cut');
      });
    expect(failing).toThrow('power cut');
    expect(openCall(db, userId)?.callId).toBe(callId);
    expect(outboxDue(db, record.endedAt)).toEqual([]);
  });
});
