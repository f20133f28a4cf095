import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepBalance } from '#db/cache/kept-balances.ts';
import { openCache } from '#db/cache/open-cache.ts';
import { JournalFailed } from '#db/failures.ts';
import type { WriteDb } from '#db/handles.ts';
import { updateCall } from '#db/journal/calls.ts';
import { commitAttempt } from '#db/journal/commit-attempt.ts';
import { openAttempts } from '#db/journal/payment-attempts.ts';
import { writeSetting } from '#db/journal/settings.ts';
import { connectForWriting, connectReadonly } from '#db/open.ts';
import { marisol } from '../shared/balance/marisol.ts';
import { fileOptions, journalFor } from './desk-files.ts';
import { anAttempt, beginCall, callId } from './rows.ts';

function failureOf(work: () => unknown): JournalFailed {
  try {
    work();
  } catch (failure) {
    if (failure instanceof JournalFailed) return failure;
    throw failure;
  }
  throw new Error('The fault did not happen.');
}

describe('a write that cannot be done says why, and nothing of it is there', () => {
  it('the disk is full', () => {
    const db = journalFor(fileOptions('journal'));
    beginCall(db);
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    let committed = 0;
    const fill = () => {
      for (; committed < 1000; committed += 1) commitAttempt(db, anAttempt());
    };
    expect(failureOf(fill).reason).toBe('disk_full');
    expect(openAttempts(db)).toHaveLength(committed);
    db.pragma('max_page_count = 1000000');
    commitAttempt(db, anAttempt());
    expect(openAttempts(db)).toHaveLength(committed + 1);
  });

  it('another process holds the file', () => {
    const options = fileOptions('journal');
    const db = journalFor(options);
    beginCall(db);
    db.pragma('busy_timeout = 50');
    const holder = connectForWriting(options);
    onTestFinished(() => void holder.close());
    holder.exec('BEGIN IMMEDIATE');
    expect(failureOf(() => commitAttempt(db, anAttempt())).reason).toBe('busy');
    holder.exec('ROLLBACK');
    commitAttempt(db, anAttempt());
    expect(openAttempts(db)).toHaveLength(1);
  });

  it('the file can only be read', () => {
    const options = fileOptions('journal');
    journalFor(options);
    const db = connectReadonly(options) as WriteDb;
    onTestFinished(() => void db.close());
    expect(failureOf(() => writeSetting(db, 'scheme', 'dark')).reason).toBe('io');
  });
});

describe('what is written cannot be read in the files', () => {
  it('neither in the database nor beside it', () => {
    const options = fileOptions('journal');
    const db = journalFor(options);
    beginCall(db);
    updateCall(db, callId, { notes: 'Marisol asks about her knee '.repeat(400) });
    const cache = openCache(fileOptions('cache', dirname(options.path)));
    keepBalance(cache.db, 'r.ames', marisol, Date.now());
    const folder = dirname(options.path);
    const files = () => readdirSync(folder).map(name => join(folder, name));
    const text = () =>
      files()
        .map(file => readFileSync(file).toString('latin1'))
        .join('');
    expect(
      files().filter(file => file.endsWith('-wal') && statSync(file).size > 4096),
    ).toHaveLength(2);
    expect(text()).not.toMatch(/Marisol|knee|payment_attempt|C-4XK7|CREATE TABLE/);
    db.pragma('wal_checkpoint(TRUNCATE)');
    cache.db.close();
    expect(text()).not.toMatch(/Marisol|knee|payment_attempt|C-4XK7|SQLite format/);
  });

  const hasNoFileModes = process.platform === 'win32';
  it.skipIf(hasNoFileModes)('and only their owner may open them', () => {
    const options = fileOptions('journal');
    beginCall(journalFor(options));
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(options.path + suffix).mode & 0o077).toBe(0);
    }
  });
});
