import { createHash } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReadDb } from '#db/handles.ts';
import { addAudit, auditChain } from '#db/journal/audit.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { inTransaction } from '#db/query.ts';
import { DESK_GENESIS, type DeskRecord, hashedOf } from '#shared/audit/desk-record.ts';
import { fileOptions, journalFor, newFolder, newJournal } from './desk-files.ts';
import { at, migrationsOf } from './rows.ts';

const seen = {
  at: at('2026-11-21T20:00:00Z'),
  userId: 'r.ames',
  action: 'patient_chosen',
  subjectKind: 'record',
  subject: '00124471',
} as const;

const isWhole = (chain: readonly DeskRecord[]) =>
  chain.every(
    (record, index) =>
      record.previous === (chain[index - 1]?.hash ?? DESK_GENESIS) &&
      record.hash === createHash('sha256').update(hashedOf(record)).digest('hex'),
  );

/** All of it, as it is handed over. */
const chainOf = (db: ReadDb): DeskRecord[] =>
  auditChain(db, 0, 10).flatMap(({ said }) => said ?? []);

it('each record of the local audit follows the one before it', () => {
  const db = newJournal();
  for (const userId of ['r.ames', null, 'c.okafor']) addAudit(db, { ...seen, userId });
  const chain = chainOf(db);
  expect(chain.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(isWhole(chain)).toBe(true);
  expect(auditChain(db, 1, 1)).toEqual([{ number: 2, said: chain[1] }]);
});

it('a record that is taken back with its transaction leaves no gap', () => {
  const db = newJournal();
  addAudit(db, seen);
  const work = () =>
    inTransaction(db, () => {
      addAudit(db, seen);
      throw new Error('taken back');
    });
  expect(work).toThrow('taken back');
  addAudit(db, { ...seen, action: 'call_started' });
  const chain = chainOf(db);
  expect(chain.map(({ action }) => action)).toEqual(['patient_chosen', 'call_started']);
  expect(isWhole(chain)).toBe(true);
});

it('a record without its place in the chain is refused', () => {
  const insert = `INSERT INTO local_audit (at, user_id, action, subject_kind, subject) VALUES (1, 'x', 'y', 'desk', 'z')`;
  expect(() => newJournal().exec(insert)).toThrow(/follows the one before it/);
});

it('what an older version wrote stays as it is, and the chain begins after it', () => {
  const migrations = newFolder();
  for (const file of readdirSync(migrationsOf('journal')).sort().slice(0, 7)) {
    cpSync(join(migrationsOf('journal'), file), join(migrations, file));
  }
  const options = fileOptions('journal');
  const before = openJournal({ ...options, migrations });
  before.exec(`INSERT INTO local_audit (at, user_id, action, subject_kind, subject)
    VALUES (1000, 'r.ames', 'signed_in', 'session', 'r.ames'), (2000, NULL, 'locked', 'session', 'r.ames')`);
  before.close();
  const db = journalFor(options);
  addAudit(db, seen);
  addAudit(db, seen);
  const [first, second, third, fourth] = chainOf(db);
  expect([first, second]).toMatchObject([
    { previous: null, action: 'signed_in', at: '1970-01-01T00:00:01.000Z' },
    { previous: null, action: 'locked' },
  ]);
  expect(third?.previous).toBe(DESK_GENESIS);
  expect(fourth?.previous).toBe(third?.hash);
});

it('a record that somebody spoilt is told from the others, which are read all the same', () => {
  const db = newJournal();
  for (const userId of ['r.ames', null, 'c.okafor']) addAudit(db, { ...seen, userId });
  const spoilt = { ...seen, action: 'No Action!' };
  addAudit(db, spoilt);
  addAudit(db, seen);
  expect(auditChain(db, 0, 10).map(({ said }) => said?.action ?? null)).toEqual([
    seen.action,
    seen.action,
    seen.action,
    null,
    seen.action,
  ]);
});
