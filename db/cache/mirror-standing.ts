import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

/** What the copy is of and how far it is. Instants in ms since 1970. */
export interface MirrorStanding {
  readonly scope: string;
  /** Null before the first page. */
  readonly cursor: string | null;
  /** Everything the backend had settled then is here; null until the full pull is through. */
  readonly asOf: number | null;
  /** What had been settled when the pull began: no row of the copy is older. */
  readonly begunAt: number | null;
  readonly isIndexed: boolean;
  readonly isFull: boolean;
  readonly done: number;
  readonly total: number;
  readonly rowCount: number;
  readonly refusedCount: number;
  readonly refusedLast: string | null;
}

type StandingRow = Omit<MirrorStanding, 'isIndexed' | 'isFull'> & {
  readonly isIndexed: number;
  readonly isFull: number;
};

const read = readQuery<StandingRow>(`
  SELECT scope, cursor, as_of AS asOf, begun_at AS begunAt, is_indexed AS isIndexed, is_full AS isFull,
    done, total, row_count AS rowCount, refused_count AS refusedCount, refused_last AS refusedLast
  FROM mirror`);

const write = writeQuery(`
  UPDATE mirror SET scope = :scope, cursor = :cursor, as_of = :asOf, begun_at = :begunAt,
    is_indexed = :isIndexed, is_full = :isFull, done = :done, total = :total, row_count = :rowCount,
    refused_count = :refusedCount, refused_last = :refusedLast`);

export function mirrorStanding(db: ReadDb): MirrorStanding {
  const row = read.get(db, {});
  if (!row) throw new Error('The copy has lost the row that tells what it is of.');
  return { ...row, isIndexed: row.isIndexed === 1, isFull: row.isFull === 1 };
}

/** Changes part of what is said of the copy. */
export function moveMirror(db: WriteDb, changes: Partial<MirrorStanding>): void {
  const { isIndexed, isFull, ...row } = { ...mirrorStanding(db), ...changes };
  write.run(db, { ...row, isIndexed: Number(isIndexed), isFull: Number(isFull) });
}
