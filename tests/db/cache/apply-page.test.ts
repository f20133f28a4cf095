import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyPage, type CheckedPage } from '#db/cache/apply-page.ts';
import { keepBalance, keptBalance } from '#db/cache/kept-balances.ts';
import { indexMirror } from '#db/cache/mirror-indexes.ts';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { openCache } from '#db/cache/open-cache.ts';
import { pruneMirror } from '#db/cache/prune-mirror.ts';
import { type MirrorSearch, searchMirror } from '#db/cache/search-mirror.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Change } from '#shared/contract/changes.ts';
import {
  changeOf,
  chargeOf,
  families,
  familyOf,
  guarantorIdOf,
  mrnOf,
} from '#tools/bench/made-up-families.ts';
import { marisol } from '../../shared/balance/marisol.ts';
import { fileOptions, newFolder } from '../desk-files.ts';

const ALL = Number.POSITIVE_INFINITY;

function cache() {
  const { db } = openCache(fileOptions('cache'));
  onTestFinished(() => void db.close());
  return db;
}

function page(since: string | null, next: string, changes: Change[]): CheckedPage {
  const shared = { more: false, done: 1, total: 1, asOf: 1_000, refused: { count: 0, last: null } };
  return { ...shared, since, next, changes, phase: since === null ? 'pull' : 'changes' };
}

type Cache = ReturnType<typeof cache>;

/** Every row of the copy, without how far it is. */
const rowsOf = (db: Cache) =>
  ['guarantor', 'patient', 'account', 'charge', 'statement', 'payment'].map(table =>
    db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
const countOf = (db: Cache, table: string) =>
  db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('a page and its cursor are one', () => {
  test('a page applied twice changes nothing the second time', () => {
    const db = cache();
    const first = page(null, 'a', families(3));
    expect(applyPage(db, first, ALL)).toBe(true);
    const before = [rowsOf(db), mirrorStanding(db)];
    expect(applyPage(db, first, ALL)).toBe(false);
    expect([rowsOf(db), mirrorStanding(db)]).toEqual(before);
  });

  test('a page in the middle of which something breaks leaves nothing of itself', () => {
    const db = cache();
    applyPage(db, page(null, 'a', families(1)), ALL);
    const before = [rowsOf(db), mirrorStanding(db)];
    const broken = chargeOf(2, 1, { billedCents: null });
    expect(() => applyPage(db, page('a', 'b', [...familyOf(2), broken]), ALL)).toThrow();
    expect([rowsOf(db), mirrorStanding(db)]).toEqual(before);
  });

  test('the count of rows is the number of rows', () => {
    const db = cache();
    applyPage(db, page(null, 'a', families(4)), ALL);
    const gone = changeOf('guarantor', 2, guarantorIdOf(2), null);
    applyPage(db, page('a', 'b', [...familyOf(1), ...familyOf(9), gone, chargeOf(4, 7)]), ALL);
    const counted = rowsOf(db).reduce((sum, rows) => sum + rows.length, 0);
    expect(mirrorStanding(db).rowCount).toBe(counted);
  });
});

describe('a change does what it says, with indexes and without', () => {
  test.each([false, true])('indexed: %s', isIndexed => {
    const db = cache();
    if (isIndexed) indexMirror(db);
    applyPage(db, page(null, 'a', families(3)), ALL);
    const [, patient] = familyOf(2);
    const moved = { ...patient, row: { ...patient?.row, birthDate: '1950-01-01' } } as Change;
    const died = familyOf(3)[1];
    const late = { ...died, row: { ...died?.row, isDeceased: true } } as Change;
    const noLonger = { ...familyOf(1)[1], row: null } as Change;
    applyPage(db, page('a', 'b', [moved, late, noLonger]), ALL);
    expect(
      db.prepare('SELECT mrn, birth_date AS born, is_deceased AS died FROM patient').all(),
    ).toEqual([
      { mrn: mrnOf(2), born: '1950-01-01', died: 0 },
      { mrn: mrnOf(3), born: '1943-03-14', died: 1 },
    ]);
    expect(countOf(db, 'guarantor')).toBe(3);
  });

  test('indexes built after are those built before', () => {
    const [after, before] = [cache(), cache()];
    indexMirror(before);
    for (const db of [after, before]) applyPage(db, page(null, 'a', families(20)), ALL);
    indexMirror(after);
    const plan = (db: Cache, sql: string) =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(each => each.detail)
        .join('; ');
    for (const sql of [
      `SELECT * FROM patient WHERE birth_date = '1943-03-14'`,
      `SELECT * FROM patient WHERE guarantor_id = '${guarantorIdOf(1)}'`,
      `SELECT * FROM guarantor WHERE bill_pay_number = '1000000001'`,
      `SELECT * FROM account WHERE account_number = '88-000001'`,
      `SELECT * FROM charge WHERE guarantor_id = '${guarantorIdOf(1)}'`,
    ]) {
      expect(plan(after, sql)).toMatch(/^SEARCH/);
      expect(plan(after, sql)).toBe(plan(before, sql));
      expect(after.prepare(sql).all()).toEqual(before.prepare(sql).all());
    }
  });
});

test('what no bill shows any more is let go of; what is still owed stays, however old', () => {
  const db = cache();
  const old = { servicedOn: '2024-01-01', dueOn: '2024-02-01' };
  applyPage(
    db,
    page(null, 'a', [
      ...familyOf(1),
      chargeOf(1, 7, { ...old, openCents: 0 }),
      chargeOf(1, 8, { ...old, openCents: 100 }),
    ]),
    ALL,
  );
  expect(pruneMirror(db, '2026-11-21' as CalendarDate)).toBe(1);
  expect(countOf(db, 'charge')).toBe(3);
  expect(mirrorStanding(db).rowCount).toBe(8);
  expect(pruneMirror(db, '2027-08-01' as CalendarDate)).toBe(2);
  expect(countOf(db, 'payment')).toBe(0);
  expect(countOf(db, 'statement')).toBe(0);
});

test('a cache of the first version is brought to this one with its balances in place', () => {
  const options = fileOptions('cache');
  const folder = newFolder();
  const [first = ''] = readdirSync(options.migrations).sort();
  cpSync(join(options.migrations, first), join(folder, first));
  const before = openCache({ ...options, migrations: folder }).db;
  keepBalance(before, 'r.ames', marisol, 1_000);
  before.close();
  const { db, rebuilt } = openCache(options);
  onTestFinished(() => void db.close());
  expect(rebuilt).toBe(false);
  expect(mirrorStanding(db)).toMatchObject({ scope: '', cursor: null, asOf: null, rowCount: 0 });
  expect(keptBalance(db, marisol.guarantor.guarantorId, 'r.ames', 2_000)).toEqual(marisol);
});

test('a copy that was loaded by the second version can be searched once its index is built', () => {
  const options = fileOptions('cache');
  const folder = newFolder();
  for (const file of readdirSync(options.migrations).sort().slice(0, 2)) {
    cpSync(join(options.migrations, file), join(folder, file));
  }
  const before = openCache({ ...options, migrations: folder }).db;
  before
    .prepare(`INSERT INTO guarantor VALUES ('300000001', '10000000001', 'Marisol', 'HI', 'en')`)
    .run();
  const body = { state: 'settled', method: { kind: 'card', last4: '4242' }, amountCents: 1_234 };
  before
    .prepare('INSERT INTO payment VALUES (?, ?, ?, ?)')
    .run('300000001', 'key', '2026-11-20T18:00:00.000Z', JSON.stringify(body));
  before.prepare('UPDATE mirror SET is_indexed = 1').run();
  before.close();
  const { db, rebuilt } = openCache(options);
  onTestFinished(() => void db.close());
  expect(rebuilt).toBe(false);
  expect(mirrorStanding(db).isIndexed).toBe(false);
  indexMirror(db);
  const [begin, end] = ['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'] as Instant[];
  const all: MirrorSearch = {
    spans: [{ region: 'HI', begin: begin as Instant, end: end as Instant }],
    states: [],
    methods: [],
    fromCents: null,
    toCents: null,
    last4: null,
    guarantorId: null,
    billPayNumber: null,
    newestFirst: true,
  };
  const found = (some: Partial<MirrorSearch>) =>
    searchMirror(db, { ...all, ...some }, 10).payments.length;
  expect(found({ states: ['settled'], methods: ['card'], fromCents: 1_234, last4: '4242' })).toBe(
    1,
  );
  expect(found({ states: ['declined'] })).toBe(0);
  expect(found({ toCents: 1_233 })).toBe(0);
});

test('the payments a search looks through come out of the index, and no body is opened for it', () => {
  const db = cache();
  indexMirror(db);
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT guarantor_id, attempt_key, state, method_kind, amount_cents, last4
       FROM payment WHERE taken_at >= ? ORDER BY taken_at DESC, attempt_key DESC`,
    )
    .all('2026-11-20T10:00:00.000Z') as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH payment USING COVERING INDEX payment_by_time (taken_at>?)',
  ]);
});
