import type { Instant } from '#shared/calendar/dates.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

/** Who did what, when, about which record. Identifiers of records, never of people, and no amounts. */
export interface AuditRecord {
  readonly at: Instant;
  /** Null for what the desk did by itself. */
  readonly userId: string | null;
  readonly action: string;
  readonly subjectKind: 'call' | 'payment_attempt' | 'session' | 'record' | 'desk';
  readonly subject: string;
}

const insert = writeQuery(`
  INSERT INTO local_audit (at, user_id, action, subject_kind, subject)
  VALUES (:at, :userId, :action, :subjectKind, :subject)`);

type AuditRow = Omit<AuditRecord, 'at'> & { readonly at: number };

const trail = readQuery<AuditRow, { subject: string }>(`
  SELECT at, user_id AS userId, action, subject_kind AS subjectKind, subject
  FROM local_audit WHERE subject = :subject ORDER BY record_id`);

/** Writes one audit record; inside the transaction of what it tells of. */
export function addAudit(db: WriteDb, record: AuditRecord): void {
  insert.run(db, { ...record, at: Date.parse(record.at) });
}

/** What was done about one record, in order. */
export function auditTrail(db: ReadDb, subject: string): AuditRecord[] {
  return trail.all(db, { subject }).map(row => ({ ...row, at: instantOf(row.at) }));
}
