import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { openCache } from '#db/cache/open-cache.ts';
import { type JournalFault, JournalRefused } from '#db/failures.ts';
import { commitAttempt } from '#db/journal/commit-attempt.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { openAttempts } from '#db/journal/payment-attempts.ts';
import { connectForWriting, type FileOptions } from '#db/open.ts';
import { bytesOf, fileOptions, journalFor } from './desk-files.ts';
import { anAttempt, beginCall, otherKey } from './rows.ts';

/** A journal with a call and fifty payments in it, closed. */
function filledJournal(): FileOptions {
  const options = fileOptions('journal');
  const db = openJournal(options);
  beginCall(db);
  for (let count = 0; count < 50; count += 1) commitAttempt(db, anAttempt());
  db.close();
  return options;
}

function scribble(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5c, from, from + length);
  writeFileSync(path, bytes);
}

function refusal(options: FileOptions): JournalRefused | undefined {
  try {
    openJournal(options).close();
    return undefined;
  } catch (failure) {
    if (failure instanceof JournalRefused) return failure;
    throw failure;
  }
}

const damages: readonly [string, JournalFault, (options: FileOptions) => void][] = [
  ['whose first page is damaged', 'corrupt', ({ path }) => scribble(path, 500, 200)],
  ['whose first bytes are damaged', 'corrupt', ({ path }) => scribble(path, 0, 64)],
  ['with damage in the middle', 'corrupt', ({ path }) => scribble(path, 3 * 4096 + 100, 50)],
  ['with damage at the end', 'corrupt', ({ path }) => scribble(path, statSync(path).size - 60, 30)],
  ['that was cut off', 'corrupt', ({ path }) => truncateSync(path, 2 * 4096 + 17)],
  ['that lost whole pages', 'corrupt', ({ path }) => truncateSync(path, 3 * 4096)],
  [
    'that is some other text',
    'corrupt',
    ({ path }) => writeFileSync(path, 'Dear all, the journal is'),
  ],
  [
    'that is noise of the right size',
    'corrupt',
    ({ path }) => scribble(path, 0, statSync(path).size),
  ],
  [
    'that is somebody’s plain SQLite file',
    'corrupt',
    ({ path }) => {
      writeFileSync(path, '');
      const plain = new Database(path);
      plain.exec('CREATE TABLE t (a)');
      plain.close();
    },
  ],
  [
    'that is really the cache',
    'corrupt',
    options => {
      const cache = fileOptions('cache');
      openCache(cache).db.close();
      writeFileSync(options.path, readFileSync(cache.path));
    },
  ],
  [
    'of a newer version',
    'newer',
    options => {
      const db = connectForWriting(options);
      db.pragma('user_version = 999');
      db.close();
    },
  ],
];

describe('a journal that cannot be used stops the desk and stays as it is', () => {
  test.each(damages)('one %s', (_, fault, damage) => {
    const options = filledJournal();
    const healthy = bytesOf(options.path);
    damage(options);
    const damaged = bytesOf(options.path);
    expect(damaged).not.toBe(healthy);
    const refused = refusal(options);
    expect(refused).toMatchObject({ fault, path: options.path });
    expect(bytesOf(options.path)).toBe(damaged);
  });

  it('one made with another key', () => {
    const options = filledJournal();
    const before = bytesOf(options.path);
    expect(refusal({ ...options, key: otherKey })).toMatchObject({ fault: 'wrong_key' });
    expect(bytesOf(options.path)).toBe(before);
    expect(refusal(options)).toBeUndefined();
  });

  it('one that another process holds', () => {
    const options = filledJournal();
    const holder = connectForWriting(options);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE; UPDATE desk_identity SET workstation_token = NULL;');
    onTestFinished(() => void holder.close());
    expect(refusal(options)).toMatchObject({ fault: 'locked' });
  });

  it('a key that is no key is a fault of the program', () => {
    expect(() => openJournal({ ...fileOptions('journal'), key: 'secret' })).toThrow(RangeError);
  });
});

describe('a journal that was not closed', () => {
  it('comes back with everything that was committed', () => {
    const options = fileOptions('journal');
    const left = openJournal(options);
    onTestFinished(() => void left.close());
    beginCall(left);
    commitAttempt(left, anAttempt());
    expect(statSync(`${options.path}-wal`).size).toBeGreaterThan(0);
    expect(openAttempts(journalFor(options))).toHaveLength(1);
  });

  it('an empty file, left by a crash at the very first start, is begun anew', () => {
    const options = fileOptions('journal');
    writeFileSync(options.path, '');
    expect(openAttempts(journalFor(options))).toEqual([]);
  });
});
