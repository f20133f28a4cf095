import type { WriteDb } from '#db/handles.ts';

export interface JournalFailures {
  disk_full: number;
  database_locked: number;
}

type Work = (...given: never[]) => unknown;

/** Counts the writes to a journal that failed because the disk was full or the file locked. */
export function countJournalFailures(journal: WriteDb): JournalFailures {
  const failures: JournalFailures = { disk_full: 0, database_locked: 0 };
  const counted =
    (run: Work): Work =>
    (...given) => {
      try {
        return run(...given);
      } catch (failure) {
        const code = String(Object(failure).code);
        if (code.startsWith('SQLITE_FULL')) failures.disk_full += 1;
        if (code.startsWith('SQLITE_BUSY')) failures.database_locked += 1;
        throw failure;
      }
    };
  const transaction = journal.transaction.bind(journal);
  const prepare = journal.prepare.bind(journal);
  Object.assign(journal, {
    transaction(work: Work) {
      const { immediate } = transaction(work);
      return { immediate: counted(immediate) };
    },
    prepare(sql: string) {
      const statement = prepare(sql);
      return Object.assign(statement, { run: counted(statement.run.bind(statement)) });
    },
  });
  return failures;
}
