import { createHash } from 'node:crypto';
import { DESK_GENESIS, DeskRecord, hashedOf } from '#shared/audit/desk-record.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { inTransaction, readQuery, writeQuery } from '../query.ts';
import { type OwedToTrail, readEach } from './owed-to-trail.ts';

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
  INSERT INTO local_audit (record_id, at, user_id, action, subject_kind, subject, previous, hash)
  VALUES (:number, :at, :userId, :action, :subjectKind, :subject, :previous, :hash)`);

const last = readQuery<{ number: number; hash: string | null }>(
  'SELECT record_id AS number, hash FROM local_audit ORDER BY record_id DESC LIMIT 1',
);

type AuditRow = Omit<AuditRecord, 'at'> & { readonly at: number };

const trail = readQuery<AuditRow, { subject: string }>(`
  SELECT at, user_id AS userId, action, subject_kind AS subjectKind, subject
  FROM local_audit WHERE subject = :subject ORDER BY record_id`);

type ChainedRow = Omit<DeskRecord, 'at' | 'hash'> & {
  readonly at: number;
  readonly hash: string | null;
};

const after = readQuery<ChainedRow, { number: number; most: number }>(`
  SELECT record_id AS number, at, user_id AS userId, action, subject_kind AS subjectKind, subject, previous, hash
  FROM local_audit WHERE record_id > :number ORDER BY record_id LIMIT :most`);

const hashOf = (record: Omit<DeskRecord, 'hash'>) =>
  createHash('sha256').update(hashedOf(record)).digest('hex');

/** Writes one audit record at the end of the chain; inside the transaction of what it tells of. */
export function addAudit(db: WriteDb, record: AuditRecord): void {
  inTransaction(db, () => {
    const before = last.get(db, {});
    const number = (before?.number ?? 0) + 1;
    // Half a character, typed as a name, has no bytes that could be kept and hashed.
    const subject = record.subject.replace(/\p{Surrogate}/gu, '\ufffd');
    const linked = { ...record, subject, number, previous: before?.hash ?? DESK_GENESIS };
    insert.run(db, { ...linked, hash: hashOf(linked), at: Date.parse(record.at) });
  });
}

/** What was done about one record, in order. */
export function auditTrail(db: ReadDb, subject: string): AuditRecord[] {
  return trail.all(db, { subject }).map(row => ({ ...row, at: instantOf(row.at) }));
}

/** The chain after a number, as it is handed over: with the hashes that were written, not with new ones. */
export function auditChain(db: ReadDb, number: number, most: number): OwedToTrail<DeskRecord>[] {
  return readEach(after.all(db, { number, most }), row => {
    const record = { ...row, at: instantOf(row.at) };
    // Of before there was a chain: named by what it says, so that a repeat adds nothing.
    return DeskRecord.parse({ ...record, hash: row.hash ?? hashOf(record) });
  });
}
