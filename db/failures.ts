/** Why the journal cannot be opened. The file is left exactly as it was. */
export type JournalFault = 'corrupt' | 'newer' | 'wrong_key' | 'locked';

/** The desk must not start: its journal is there and cannot be used. Says which file and why. */
export class JournalRefused extends Error {
  readonly fault: JournalFault;
  readonly path: string;

  constructor(fault: JournalFault, path: string, cause?: unknown) {
    super(`${path} cannot be used: ${fault}`, { cause });
    this.name = 'JournalRefused';
    this.fault = fault;
    this.path = path;
  }
}

/** Why a read or a write did not happen. */
export type FailedWrite = 'disk_full' | 'busy' | 'io';

/** SQLite could not do what was asked; nothing of the transaction was written. */
export class JournalFailed extends Error {
  readonly reason: FailedWrite;

  constructor(reason: FailedWrite, cause: unknown) {
    super(`SQLite could not do this: ${reason}`, { cause });
    this.name = 'JournalFailed';
    this.reason = reason;
  }
}

/** The database's own rules do not allow a payment attempt to go this way. */
export class MoveRefused extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'illegal move', { cause });
    this.name = 'MoveRefused';
  }
}

/** SQLite's result code (`SQLITE_BUSY_SNAPSHOT`) of an error that comes from it; otherwise undefined. */
export function sqliteCode(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || !('code' in failure)) return undefined;
  const { code } = failure;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

const reasons: readonly (readonly [RegExp, FailedWrite])[] = [
  [/^SQLITE_FULL/, 'disk_full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM|AUTH|PROTOCOL|NOMEM)/, 'io'],
];

/**
 * Does `work`, turning SQLite's failures of disk and lock into `JournalFailed` and the refusals of the
 * triggers into `MoveRefused`. What a constraint refuses otherwise is a fault of the program and passes.
 */
export function guarded<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (failure) {
    const code = sqliteCode(failure);
    if (code === undefined) throw failure;
    if (code === 'SQLITE_CONSTRAINT_TRIGGER') throw new MoveRefused(failure);
    const reason = reasons.find(([shape]) => shape.test(code))?.[1];
    throw reason ? new JournalFailed(reason, failure) : failure;
  }
}
