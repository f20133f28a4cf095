import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPage, type CheckedPage } from '#db/cache/apply-page.ts';
import { indexMirror } from '#db/cache/mirror-indexes.ts';
import { statementsFor } from '#db/cache/mirror-statements.ts';
import { mirrorTables, parametersOf } from '#db/cache/mirror-tables.ts';
import { openCache } from '#db/cache/open-cache.ts';
import type { WriteDb } from '#db/handles.ts';
import { inTransaction } from '#db/query.ts';
import type { Change } from '#shared/contract/changes.ts';
import { familyOf } from './made-up-families.ts';

const FAMILIES_ON_A_PAGE = 250;

function pagesOf(changes: readonly Change[][], phase: CheckedPage['phase']): CheckedPage[] {
  const count = Math.ceil(changes.length / FAMILIES_ON_A_PAGE);
  return Array.from({ length: count }, (_, at) => ({
    since: at === 0 && phase === 'pull' ? null : `${at}`,
    next: `${at + 1}`,
    phase,
    more: true,
    done: 0,
    total: 0,
    asOf: 0,
    changes: changes.slice(at * FAMILIES_ON_A_PAGE, (at + 1) * FAMILIES_ON_A_PAGE).flat(),
    refused: { count: 0, last: null },
  }));
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Scattered, as record numbers are that were given out over the years. */
const scattered = (count: number) =>
  Array.from({ length: count }, (_, at) => ((at * 7_919) % 999_983) + 1);

export interface LoadReport {
  readonly rows: number;
  readonly indexedAfterMs: number;
  readonly indexedFirstMs: number;
  /** One change of every patient and account, with the indexed columns left out of SET, and named. */
  readonly leftOutMs: number;
  readonly namedMs: number;
}

/** Loads an empty copy with its indexes built after and before, and updates it in two ways. */
export function loadAndUpdate(folder: string, guarantors: number): LoadReport {
  const families = scattered(guarantors).map(number => familyOf(number, 0).slice(0, 3));
  const pages = pagesOf(families, 'pull');
  const fresh = () => {
    const path = join(folder, 'load.db');
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    const migrations = join(import.meta.dirname, '../../db/cache/migrations');
    return openCache({ path, key: '5a'.repeat(32), migrations }).db;
  };
  const load = (db: WriteDb) => {
    for (const page of pages) applyPage(db, page, Number.POSITIVE_INFINITY);
  };
  const first = fresh();
  const indexedFirstMs = timed(() => {
    indexMirror(first);
    load(first);
  });
  first.close();
  const db = fresh();
  const indexedAfterMs = timed(() => {
    load(db);
    indexMirror(db);
  });
  const changed = pages.map(page => page.changes.filter(({ entity }) => entity !== 'guarantor'));
  const update = (which: 'touch' | 'replace', locked: string, held: boolean) =>
    timed(() => {
      for (const changes of changed) {
        inTransaction(db, () => {
          for (const { entity, row } of changes) {
            const given = parametersOf(entity, { ...row, lockedAt: locked, held } as never);
            db.prepare(statementsFor(mirrorTables[entity])[which]).run(given);
          }
        });
      }
    });
  const leftOutMs = update('touch', '2026-11-21T00:00:00Z', true);
  const namedMs = update('replace', '2026-11-22T00:00:00Z', false);
  const rows = families.flat().length;
  db.close();
  return { rows, indexedAfterMs, indexedFirstMs, leftOutMs, namedMs };
}
