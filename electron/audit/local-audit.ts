import type { WriteDb } from '#db/handles.ts';
import { type AuditRecord, addAudit } from '#db/journal/audit.ts';
import { type Clock, nowOf } from '../desk/clock.ts';

export type AuditEntry = Omit<AuditRecord, 'at'>;

/** Who did what at this desk, when, about which record: rows of the journal that nobody can change. */
export interface LocalAudit {
  write(entry: AuditEntry): void;
}

export function createLocalAudit(journal: WriteDb, clock: Clock): LocalAudit {
  return { write: entry => addAudit(journal, { ...entry, at: nowOf(clock) }) };
}
