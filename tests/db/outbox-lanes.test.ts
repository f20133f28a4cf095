import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WriteDb } from '#db/handles.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import {
  markOutboxFailed,
  markOutboxSent,
  pruneOutbox,
  putOutbox,
  retryOutbox,
  setOutboxAside,
  unsentSummary,
} from '#db/journal/outbox.ts';
import { outboxDue } from '#db/journal/outbox-due.ts';
import { unsentEntries } from '#db/journal/outbox-items.ts';
import { fileOptions, journalFor, newFolder, newJournal } from './desk-files.ts';
import { at, beginCall, callId, migrationsOf, userId } from './rows.ts';

const noon = at('2026-11-21T20:00:00Z');
const later = at('2026-11-21T20:05:00Z');

const [marisol, earl] = ['300441207', '300500012'];

function owe(db: WriteDb, subject: string, lane: string): void {
  putOutbox(db, {
    kind: 'account_note',
    subject,
    lane,
    userId,
    callId,
    body: { subject },
    at: noon,
  });
}

const due = (db: WriteDb, now = noon) => outboxDue(db, now).map(each => each.subject);

describe('what is owed goes out in lanes', () => {
  it('each account has one at a time, and accounts do not wait for each other', () => {
    const db = newJournal();
    owe(db, 'first', marisol);
    owe(db, 'second', marisol);
    owe(db, 'other', earl);
    expect(due(db)).toEqual(['first', 'other']);
    markOutboxFailed(db, 1, { error: 'unreachable', nextTryAt: later });
    expect(due(db)).toEqual(['other']);
    expect(due(db, later)).toEqual(['first', 'other']);
    markOutboxSent(db, 1, later);
    expect(due(db)).toEqual(['second', 'other']);
  });

  it('what is set aside holds nobody up, and goes first again when it is tried again', () => {
    const db = newJournal();
    owe(db, 'poison', marisol);
    owe(db, 'second', marisol);
    setOutboxAside(db, 1, 'bad_request', later);
    expect(due(db)).toEqual(['second']);
    expect(unsentSummary(db)).toEqual({ count: 2, oldestAt: noon });
    retryOutbox(db, 1, noon);
    expect(due(db)).toEqual(['poison']);
  });

  it('a next try that a clock ahead of its time put far off is due at once', () => {
    const db = newJournal();
    owe(db, 'first', marisol);
    const nextYear = at('2027-11-21T20:00:00Z');
    markOutboxFailed(db, 1, { error: 'unreachable', nextTryAt: nextYear });
    expect(due(db)).toEqual(['first']);
  });
});

describe('what was sent', () => {
  it('is let go after its time; what is unsent or set aside never is', () => {
    const db = newJournal();
    for (const subject of ['sent', 'sent lately', 'aside', 'waiting']) owe(db, subject, subject);
    markOutboxSent(db, 1, noon);
    markOutboxSent(db, 2, later);
    setOutboxAside(db, 3, 'bad_request', noon);
    pruneOutbox(db, later);
    const left = db.prepare('SELECT subject FROM outbox ORDER BY entry_id').pluck().all();
    expect(left).toEqual(['sent lately', 'aside', 'waiting']);
  });
});

describe('a journal of the version before, with what it owed', () => {
  const before = `INSERT INTO outbox
    (kind, subject, body, created_at, tries, next_try_at, last_error, sent_at, set_aside_at) VALUES
    ('call_record', 'a', '{"callId":"${callId}","userId":"r.ames","guarantorId":"300441207"}', 1, 0, 1, NULL, 5, NULL),
    ('call_record', 'b', '{"callId":"b","userId":"r.ames","guarantorId":null}', 2, 3, 9, 'unreachable', NULL, NULL),
    ('call_record', 'c', '{"shape":"of another age"}', 3, 1, 3, 'unreadable', NULL, 4)`;

  it('comes along whole: each row under its number, in the lane of its guarantor or one of its own', () => {
    const options = fileOptions('journal');
    const folder = newFolder();
    for (const file of readdirSync(migrationsOf('journal')).sort().slice(0, 2)) {
      cpSync(join(migrationsOf('journal'), file), join(folder, file));
    }
    const old = openJournal({ ...options, migrations: folder });
    beginCall(old);
    old.exec(before);
    old.close();

    const db = journalFor(options);
    const rows = db
      .prepare('SELECT entry_id, lane, user_id, tries, sent_at FROM outbox')
      .raw()
      .all();
    expect(rows).toEqual([
      [1, '300441207', 'r.ames', 0, 5],
      [2, 'call b', 'r.ames', 3, null],
      [3, 'call c', null, 1, null],
    ]);
    expect(unsentEntries(db)).toMatchObject([
      { entryId: 2, kind: 'call_record', callReference: null, lastError: 'unreachable' },
      {
        entryId: 3,
        userId: null,
        lastError: 'unreadable',
        setAsideAt: at('1970-01-01T00:00:00.004Z'),
      },
    ]);
    owe(db, 'new', marisol);
    expect(due(db)).toEqual(['b', 'new']);
  });
});
