import { describe, expect, it } from 'vitest';
import { addAudit, auditTrail } from '#db/journal/audit.ts';
import { deskIdentity, establishIdentity, keepWorkstationToken } from '#db/journal/identity.ts';
import {
  markOutboxFailed,
  markOutboxSent,
  putOutbox,
  setOutboxAside,
  unsentSummary,
} from '#db/journal/outbox.ts';
import { outboxDue } from '#db/journal/outbox-due.ts';
import { readSetting, writeSetting } from '#db/journal/settings.ts';
import { newJournal } from './desk-files.ts';
import { at } from './rows.ts';

const noon = at('2026-11-21T20:00:00Z');
const later = at('2026-11-21T20:05:00Z');

function owing(...subjects: string[]) {
  const db = newJournal();
  for (const subject of subjects) {
    const call = { lane: `call ${subject}`, callId: subject, userId: 'r.ames' };
    putOutbox(db, { kind: 'call_record', subject, ...call, body: { subject }, at: noon });
  }
  return db;
}

describe('what the desk owes the backend', () => {
  it('is sent in the order it came about, and owed once', () => {
    const db = owing('first', 'second', 'first');
    expect(outboxDue(db, noon).map(each => each.subject)).toEqual(['first', 'second']);
    expect(unsentSummary(db)).toEqual({ count: 2, oldestAt: noon });
  });

  it('once sent is owed no more', () => {
    const db = owing('first');
    markOutboxSent(db, 1, later);
    expect(outboxDue(db, later)).toEqual([]);
    expect(unsentSummary(db)).toEqual({ count: 0, oldestAt: null });
  });

  it('that did not arrive is tried again when its time has come, and not before', () => {
    const db = owing('first');
    markOutboxFailed(db, 1, { error: 'unreachable', nextTryAt: later });
    expect(outboxDue(db, noon)).toEqual([]);
    expect(outboxDue(db, later)).toMatchObject([{ subject: 'first', tries: 1 }]);
  });

  it('that the backend will never take is set aside, counted and never dropped', () => {
    const db = owing('first');
    setOutboxAside(db, 1, 'bad_request', later);
    expect(outboxDue(db, later)).toEqual([]);
    expect(unsentSummary(db)).toEqual({ count: 1, oldestAt: noon });
    markOutboxSent(db, 1, later);
    expect(unsentSummary(db).count).toBe(0);
  });
});

describe('what the desk keeps of itself', () => {
  it('its identity is given once and for good', () => {
    const db = newJournal();
    expect(deskIdentity(db)).toBeUndefined();
    establishIdentity(db, '8c2d0c1e-1111-4222-8333-444455556666');
    establishIdentity(db, 'ffffffff-1111-4222-8333-444455556666');
    keepWorkstationToken(db, 'ws-token');
    expect(deskIdentity(db)).toEqual({
      workstationId: '8c2d0c1e-1111-4222-8333-444455556666',
      workstationToken: 'ws-token',
    });
  });

  it('a setting is the one that was written last', () => {
    const db = newJournal();
    expect(readSetting(db, 'scheme')).toBeUndefined();
    writeSetting(db, 'scheme', 'dark');
    writeSetting(db, 'scheme', { scheme: 'light' });
    expect(readSetting(db, 'scheme')).toEqual({ scheme: 'light' });
  });

  it('the audit says who did what about which record, in order', () => {
    const db = newJournal();
    const seen = {
      at: noon,
      userId: 'r.ames',
      subjectKind: 'record',
      subject: '00124471',
    } as const;
    addAudit(db, { ...seen, action: 'record_found' });
    addAudit(db, { ...seen, action: 'record_locked', userId: null });
    expect(auditTrail(db, '00124471').map(each => [each.action, each.userId])).toEqual([
      ['record_found', 'r.ames'],
      ['record_locked', null],
    ]);
  });
});
