import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AuditVerification } from '#shared/contract/audit-verification.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import type { Broken } from '../verify/found.ts';

/** A server that has said nothing for so long has died, and its verification with it. */
const SILENT_SECONDS = 20;

/** How a verification ended. */
export interface Ended {
  readonly outcome: 'whole' | 'broken' | 'cancelled' | 'failed';
  readonly checked: number;
  readonly tookMs: number | null;
  readonly broken: Broken | null;
}

/** Begins a verification and gives its id; undefined where another is under way. */
export async function beginRow(
  db: Database,
  { user, workstationId }: Person,
  now: number,
): Promise<string | undefined> {
  const at = instantOf(now);
  const { rows: dead } = await sql<{ id: string; checked: number }>`
    SELECT verification_id AS id, checked FROM audit_verification
    WHERE ended_at IS NULL AND beat_at < clock_timestamp() - ${SILENT_SECONDS} * interval '1 second'`.execute(
    db,
  );
  for (const { id, checked } of dead) {
    await endRow(db, id, { outcome: 'failed', checked, tookMs: null, broken: null }, now);
  }
  const { rows } = await sql<{ id: string }>`
    INSERT INTO audit_verification (verification_id, begun_by, workstation_id, begun_at, total)
    SELECT ${randomUUID()}::uuid, ${user.userId}, ${workstationId}::uuid, ${at}::timestamptz, position FROM audit_head
    ON CONFLICT DO NOTHING RETURNING verification_id AS id`.execute(db);
  return rows[0]?.id;
}

/** Says how far it is; true when somebody has asked for its end. */
export async function beatRow(db: Database, id: string, checked: number): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    UPDATE audit_verification SET checked = ${checked}, beat_at = clock_timestamp()
    WHERE verification_id = ${id} AND ended_at IS NULL
    RETURNING cancelled_by IS NOT NULL AS asked`.execute(db);
  return rows[0]?.asked ?? true;
}

export async function askForEnd(db: Database, { user }: Person, id: string): Promise<void> {
  await sql`UPDATE audit_verification SET cancelled_by = ${user.userId}
    WHERE verification_id = ${id} AND ended_at IS NULL AND cancelled_by IS NULL`.execute(db);
}

const kindOf = ({ what }: Broken) => (what === 'anchor_differs' ? what : `chain_${what}`);

/** Keeps how it ended; what it found is an exception that stays, told of once. */
export async function endRow(db: Database, id: string, ended: Ended, now: number): Promise<void> {
  const { outcome, checked, tookMs, broken } = ended;
  const at = instantOf(now);
  await db.transaction().execute(async trx => {
    const { rows } =
      await sql`UPDATE audit_verification SET ended_at = greatest(${at}::timestamptz, begun_at),
        outcome = ${outcome}, checked = ${checked}, took_ms = ${tookMs}, what = ${broken?.what ?? null},
        position = ${broken?.position ?? null}, record_id = ${broken?.id ?? null}, why = ${broken?.why ?? null}
      WHERE verification_id = ${id} AND ended_at IS NULL RETURNING 1`.execute(trx);
    if (rows.length === 0 || !broken) return;
    const about = broken.position === null ? (broken.id ?? 'chain') : `record ${broken.position}`;
    await sql`INSERT INTO audit_exception (kind, about, found_at) VALUES (${kindOf(broken)}, ${about}, ${at})
      ON CONFLICT DO NOTHING`.execute(trx);
  });
}

type Row = Omit<AuditVerification, 'broken'> & {
  readonly what: Broken['what'] | null;
  readonly position: number | null;
  readonly recordId: string | null;
  readonly why: string | null;
};

/** The latest verification of any server. */
export async function latestRow(db: Database): Promise<AuditVerification | null> {
  const { rows } = await sql<Row>`
    SELECT verification_id AS "verificationId", begun.name AS "begunByName", begun_at AS "begunAt",
      greatest(total, checked) AS total, checked, ended_at AS "endedAt", took_ms AS "tookMs",
      ended.name AS "cancelledByName", what, position, record_id AS "recordId", why,
      CASE WHEN ended_at IS NULL AND beat_at < clock_timestamp() - ${SILENT_SECONDS} * interval '1 second'
        THEN 'failed' ELSE outcome END AS outcome
    FROM audit_verification JOIN user_account AS begun ON begun.user_id = begun_by
      LEFT JOIN user_account AS ended ON ended.user_id = cancelled_by
    ORDER BY begun_at DESC, (ended_at IS NULL) DESC LIMIT 1`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { what, position, recordId, why, ...rest } = row;
  return { ...rest, broken: what && why ? { what, position, recordId, why } : null };
}
