import type { Change } from '#shared/contract/changes.ts';
import type { WriteDb } from '../handles.ts';
import { inTransaction, readQuery } from '../query.ts';
import { mirrorStanding, moveMirror } from './mirror-standing.ts';
import { mirrorQueries } from './mirror-statements.ts';
import { parametersOf } from './mirror-tables.ts';

/** A page whose changes have been checked one by one. Instants in ms since 1970. */
export interface CheckedPage {
  readonly since: string | null;
  readonly next: string;
  readonly phase: 'pull' | 'changes';
  readonly more: boolean;
  readonly done: number;
  readonly total: number;
  readonly asOf: number;
  readonly changes: readonly Change[];
  /** What was left out of it: how many, and the last one's name and fault. */
  readonly refused: { readonly count: number; readonly last: string | null };
}

const isHere = readQuery<{ here: number }, { guarantorId: string }>(
  'SELECT 1 AS here FROM guarantor WHERE guarantor_id = :guarantorId',
);

function put(db: WriteDb, change: Change, isPull: boolean): number {
  const { row } = change;
  if (row === null) return 0;
  const { add, touch, replace } = mirrorQueries[change.entity];
  const given = parametersOf(change.entity, row as never);
  if (isPull && add.run(db, given) > 0) return 1;
  if (touch.run(db, given) > 0) return 0;
  if (!isPull && add.run(db, given) > 0) return 1;
  replace.run(db, given);
  return 0;
}

function remove(db: WriteDb, { entity, id, guarantorId }: Change): number {
  if (entity !== 'guarantor') return mirrorQueries[entity].remove.run(db, { id, guarantorId });
  let removed = 0;
  for (const { removeAll } of Object.values(mirrorQueries)) {
    removed += removeAll.run(db, { guarantorId });
  }
  return removed;
}

/** Applies the changes; those of guarantors who are not here are passed over where the copy is full. */
function applyChanges(db: WriteDb, { changes, phase }: CheckedPage, isFull: boolean): number {
  let rows = 0;
  for (const change of changes) {
    if (change.row === null) rows -= remove(db, change);
    else if (!isFull || isHere.get(db, { guarantorId: change.guarantorId }))
      rows += put(db, change, phase === 'pull');
  }
  return rows;
}

/**
 * Applies a page and moves the cursor, in one transaction. A page that does not begin where the cursor
 * stands is not applied: one that comes twice changes nothing. `mostRows` is the copy's bound.
 */
export function applyPage(db: WriteDb, page: CheckedPage, mostRows: number): boolean {
  return inTransaction(db, () => {
    const before = mirrorStanding(db);
    if (before.cursor !== page.since) return false;
    const isFull = before.isFull || (before.asOf === null && before.rowCount >= mostRows);
    const rows = applyChanges(db, page, isFull);
    moveMirror(db, {
      cursor: page.next,
      begunAt: before.begunAt ?? page.asOf,
      asOf: page.more ? before.asOf : page.asOf,
      isFull,
      done: page.done,
      total: page.total,
      rowCount: before.rowCount + rows,
      refusedCount: before.refusedCount + page.refused.count,
      refusedLast: page.refused.last ?? before.refusedLast,
    });
    return true;
  });
}
