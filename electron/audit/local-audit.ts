import type { WriteDb } from '#db/handles.ts';
import { type AuditRecord, addAudit } from '#db/journal/audit.ts';
import { inTransaction } from '#db/query.ts';
import { type Clock, nowOf } from '../desk/clock.ts';

export type AuditEntry = Omit<AuditRecord, 'at'>;

/** Who did what at this desk, when, about which record: rows of the journal that nobody can change. */
export interface LocalAudit {
  write(entry: AuditEntry): void;
  /** All of them, or none. */
  writeAll(entries: readonly AuditEntry[]): void;
}

export function createLocalAudit(journal: WriteDb, clock: Clock): LocalAudit {
  const write = (entry: AuditEntry) => addAudit(journal, { ...entry, at: nowOf(clock) });
  return {
    write,
    writeAll(entries) {
      if (entries.length > 0) inTransaction(journal, () => entries.forEach(write));
    },
  };
}
