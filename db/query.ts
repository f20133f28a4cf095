import type Database from 'better-sqlite3';
import { guarded } from './failures.ts';
import type { ReadDb, WriteDb } from './handles.ts';

/** Named parameters of a statement; booleans do not exist in SQLite. */
type Params = Readonly<Record<string, string | number | null>>;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Each statement is prepared once for each handle. */
function statement(db: Database.Database, sql: string): Database.Statement {
  const known = prepared.get(db) ?? new Map<string, Database.Statement>();
  prepared.set(db, known);
  const again = known.get(sql);
  if (again) return again;
  const fresh = db.prepare(sql);
  known.set(sql, fresh);
  return fresh;
}

/** A statement that reads rows of type `Row`. */
export function readQuery<Row, Given extends Params = Params>(sql: string) {
  return {
    get: (db: ReadDb, given: Given) =>
      guarded(() => statement(db, sql).get(given) as Row | undefined),
    all: (db: ReadDb, given: Given) => guarded(() => statement(db, sql).all(given) as Row[]),
  };
}

/** A statement that writes; `run` gives the number of rows it changed. */
export function writeQuery<Given extends Params = Params>(sql: string) {
  return {
    run: (db: WriteDb, given: Given) => guarded(() => statement(db, sql).run(given).changes),
  };
}

/** Does all of `work` or none of it; may stand inside another transaction. */
export function inTransaction<Value>(db: WriteDb, work: () => Value): Value {
  return guarded(() => db.transaction(work).immediate());
}
