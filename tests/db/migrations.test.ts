import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openCache } from '#db/cache/open-cache.ts';
import { openCall } from '#db/journal/calls.ts';
import { commitAttempt } from '#db/journal/commit-attempt.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { openAttempts } from '#db/journal/payment-attempts.ts';
import { readMigrations } from '#db/migrate.ts';
import { PaymentState, paymentMoves } from '#shared/payments/states.ts';
import { fileOptions, journalFor, newFolder } from './desk-files.ts';
import released from './released-migrations.json' with { type: 'json' };
import { anAttempt, beginCall, migrationsOf, userId } from './rows.ts';

/** A folder with the first `count` migrations alone: the product as it was then. */
function migrationsUpTo(count: number): string {
  const folder = newFolder();
  const files = readdirSync(migrationsOf('journal')).sort().slice(0, count);
  for (const file of files) cpSync(join(migrationsOf('journal'), file), join(folder, file));
  return folder;
}

const version = (db: { pragma(text: string, options: { simple: true }): unknown }) =>
  db.pragma('user_version', { simple: true });

describe('a released migration is frozen', () => {
  for (const file of ['journal', 'cache'] as const) {
    test.each(Object.entries(released[file]))(
      `${file}: %s is what was released`,
      (name, checksum) => {
        const sql = readFileSync(join(migrationsOf(file), name));
        expect(createHash('sha256').update(sql).digest('hex')).toBe(checksum);
      },
    );

    it(`${file}: every migration is among the frozen ones`, () => {
      expect(readdirSync(migrationsOf(file)).sort()).toEqual(Object.keys(released[file]).sort());
    });
  }
});

describe('the journal is brought to the newest version', () => {
  const newest = readMigrations(migrationsOf('journal')).length;

  it('from nothing', () => {
    expect(version(journalFor(fileOptions('journal')))).toBe(newest);
  });

  test.each(Array.from({ length: newest - 1 }, (_, index) => index + 1))(
    'from version %i, with its rows in place',
    from => {
      const options = fileOptions('journal');
      const before = openJournal({ ...options, migrations: migrationsUpTo(from) });
      expect(version(before)).toBe(from);
      beginCall(before);
      before.close();
      const after = journalFor(options);
      expect(version(after)).toBe(newest);
      expect(openCall(after, userId)?.reference).toBe('C-4XK7');
      commitAttempt(after, anAttempt());
      expect(openAttempts(after)).toHaveLength(1);
    },
  );

  it('a migration that fails leaves the version before it, whole', () => {
    const options = fileOptions('journal');
    const folder = migrationsUpTo(newest);
    const broken = join(folder, `000${newest + 1}-broken.sql`);
    writeFileSync(broken, 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);');
    openJournal(options).close();
    expect(() => openJournal({ ...options, migrations: folder })).toThrow(/nowhere/);
    rmSync(broken);
    const db = journalFor({ ...options, migrations: folder });
    expect(version(db)).toBe(newest);
    expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).get()).toBeUndefined();
  });

  it('a gap in the numbers is refused before anything is opened', () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '0002-second.sql'), 'SELECT 1;');
    expect(() => readMigrations(folder)).toThrow(/out of sequence/);
  });
});

describe('the tables', () => {
  it('are strict, all of them, so that an MRN never becomes a number', () => {
    const cache = openCache(fileOptions('cache')).db;
    for (const db of [journalFor(fileOptions('journal')), cache]) {
      const tables = db.pragma('table_list') as { schema: string; name: string; strict: number }[];
      const loose = tables.filter(
        each => each.schema === 'main' && !each.name.startsWith('sqlite_') && each.strict === 0,
      );
      expect(loose).toEqual([]);
    }
    cache.close();
  });

  it('hold exactly the moves of a payment that the program knows', () => {
    const db = journalFor(fileOptions('journal'));
    const rows = db.prepare('SELECT from_state AS f, to_state AS t FROM payment_move').all() as {
      f: string;
      t: string;
    }[];
    const known = PaymentState.options.flatMap(from =>
      paymentMoves[from].map(to => `${from} ${to}`),
    );
    expect(rows.map(({ f, t }) => `${f} ${t}`).sort()).toEqual(known.sort());
  });

  it('have no column for a card number, a security code or a card token', () => {
    const db = journalFor(fileOptions('journal'));
    const columns = db
      .prepare(
        `SELECT p.name FROM sqlite_schema s, pragma_table_info(s.name) p WHERE s.type = 'table'`,
      )
      .pluck()
      .all() as string[];
    expect(columns.length).toBeGreaterThan(30);
    expect(columns.filter(name => /pan|card|cvv|cvc|security|number/.test(name))).toEqual([]);
    expect(columns.filter(name => name.includes('token'))).toEqual(['workstation_token']);
  });
});

describe('the pragmas keep the two promises', () => {
  it('the journal is synchronous in full, the cache as far as it needs', () => {
    const journal = journalFor(fileOptions('journal'));
    const { db: cache } = openCache(fileOptions('cache'));
    const pragma = (db: typeof cache, name: string) => db.pragma(name, { simple: true });
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys'].map(name => pragma(journal, name)),
    ).toEqual(['wal', 2, 1]);
    expect(['journal_mode', 'synchronous'].map(name => pragma(cache, name))).toEqual(['wal', 1]);
    cache.close();
  });
});
