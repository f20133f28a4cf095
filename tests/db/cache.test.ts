import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { keepBalance, keptBalance } from '#db/cache/kept-balances.ts';
import { openCache, removeCache } from '#db/cache/open-cache.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { connectForWriting, type FileOptions } from '#db/open.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { marisol } from '../shared/balance/marisol.ts';
import { fileOptions } from './desk-files.ts';
import { otherKey } from './rows.ts';

const noon = Date.parse('2026-11-21T20:00:00Z');
const hour = 60 * 60 * 1000;
const scope = 'r.ames';
const { guarantorId } = marisol.guarantor;

function cacheFor(options: FileOptions) {
  const opened = openCache(options);
  onTestFinished(() => void opened.db.close());
  return opened;
}

function filledCache(): FileOptions {
  const options = fileOptions('cache');
  const { db, rebuilt } = openCache(options);
  expect(rebuilt).toBe(false);
  keepBalance(db, scope, marisol, noon);
  db.close();
  return options;
}

function balanceOf(guarantor: string): Balance {
  return {
    ...marisol,
    guarantor: { ...marisol.guarantor, guarantorId: guarantor as typeof guarantorId },
  };
}

const faults: readonly [string, (options: FileOptions) => void][] = [
  ['damaged', ({ path }) => truncateSync(path, 5000)],
  ['other text', ({ path }) => writeFileSync(path, 'not a database at all')],
  [
    'made with another key',
    options => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(options.path + suffix, { force: true });
      openCache({ ...options, key: otherKey }).db.close();
    },
  ],
  [
    'newer',
    options => {
      const db = connectForWriting(options);
      db.pragma('user_version = 999');
      db.close();
    },
  ],
  [
    'somebody’s plain SQLite file',
    ({ path }) => {
      writeFileSync(path, '');
      const plain = new Database(path);
      plain.exec('CREATE TABLE kept_balance (a)');
      plain.close();
    },
  ],
  [
    'really a journal',
    ({ path }) => {
      const journal = fileOptions('journal');
      openJournal(journal).close();
      writeFileSync(path, readFileSync(journal.path));
    },
  ],
];

describe('a cache that cannot be used is thrown away and made anew', () => {
  test.each(faults)('one that is %s', (_, spoil) => {
    const options = filledCache();
    spoil(options);
    const { db, rebuilt } = cacheFor(options);
    expect(rebuilt).toBe(true);
    expect(keptBalance(db, guarantorId, scope, noon)).toBeUndefined();
    keepBalance(db, scope, marisol, noon);
    expect(keptBalance(db, guarantorId, scope, noon)).toEqual(marisol);
  });

  it('a healthy one is kept', () => {
    const { db, rebuilt } = cacheFor(filledCache());
    expect(rebuilt).toBe(false);
    expect(keptBalance(db, guarantorId, scope, noon)).toEqual(marisol);
  });
});

describe('the cache holds the minimum that is necessary', () => {
  it('what one scope read is not there for another', () => {
    const { db } = cacheFor(filledCache());
    expect(keptBalance(db, guarantorId, 'somebody else', noon)).toBeUndefined();
  });

  it('a balance is gone after twelve hours', () => {
    const { db } = cacheFor(filledCache());
    expect(keptBalance(db, guarantorId, scope, noon + 12 * hour - 1)).toBeDefined();
    expect(keptBalance(db, guarantorId, scope, noon + 12 * hour)).toBeUndefined();
    keepBalance(db, scope, balanceOf('300000001'), noon + 12 * hour);
    expect(db.prepare('SELECT count(*) FROM kept_balance').pluck().get()).toBe(1);
  });

  it('of more than two hundred the oldest go', () => {
    const { db } = cacheFor(fileOptions('cache'));
    for (let count = 0; count < 205; count += 1) {
      keepBalance(db, scope, balanceOf(String(300_000_000 + count)), noon + count);
    }
    expect(db.prepare('SELECT count(*) FROM kept_balance').pluck().get()).toBe(200);
    expect(keptBalance(db, '300000004', scope, noon + 205)).toBeUndefined();
    expect(keptBalance(db, '300000204', scope, noon + 205)).toBeDefined();
  });

  it('wiped, it is empty', () => {
    const options = filledCache();
    removeCache(options);
    const { db } = cacheFor(options);
    expect(keptBalance(db, guarantorId, scope, noon)).toBeUndefined();
  });

  it('a balance of a shape that is no longer understood is as good as none', () => {
    const { db } = cacheFor(filledCache());
    db.exec(`UPDATE kept_balance SET body = '{"guarantor":{}}'`);
    expect(keptBalance(db, guarantorId, scope, noon)).toBeUndefined();
  });
});
