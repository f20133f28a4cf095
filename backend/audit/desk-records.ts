import { hash as digest } from 'node:crypto';
import { sql } from 'kysely';
import { DESK_GENESIS, type DeskRecord, hashedOf } from '#shared/audit/desk-record.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { UnreadableRecord } from '#shared/contract/audit.ts';
import type { Database } from '../database/connect.ts';

type Wrong =
  | 'desk_record_altered'
  | 'desk_records_missing'
  | 'desk_chain_forked'
  | 'desk_record_unreadable';

/** What is known of the records with one number: more than one where the chain forked. */
interface Held {
  readonly number: number;
  readonly hash: string;
  readonly previous: string | null;
}

async function heldFrom(db: Database, workstationId: string, from: number): Promise<Held[]> {
  const { rows } = await sql<Held>`SELECT number, hash, previous FROM desk_audit_record
    WHERE workstation_id = ${workstationId} AND number >= ${from} ORDER BY number, kept_at`.execute(
    db,
  );
  return rows;
}

/** What is wrong with a record, given all those that came before it. */
function wrongIn(record: DeskRecord, known: readonly Held[]): Wrong | undefined {
  const { number, previous, hash } = record;
  if (digest('sha256', hashedOf(record)) !== hash) return 'desk_record_altered';
  const there = known.filter(each => each.number === number && each.hash !== hash);
  if (there.length > 0) return 'desk_chain_forked';
  const before = known.filter(each => each.number === number - 1);
  if (number > 1 && before.length === 0) return 'desk_records_missing';
  const follows = before.some(({ hash: last, previous: chained }) =>
    // Before there was a chain nothing followed; once there is, everything does.
    chained === null ? previous === null || previous === DESK_GENESIS : previous === last,
  );
  if (follows || (number === 1 && (previous === null || previous === DESK_GENESIS))) return;
  return before.length > 1 ? 'desk_chain_forked' : 'desk_record_altered';
}

/** Once for each workstation and number, and never taken back; a record of the trail follows from it. */
async function noteWrong(
  db: Database,
  workstationId: string,
  found: { kind: Wrong; number: number },
  now: number,
): Promise<void> {
  await sql`INSERT INTO audit_exception (kind, about, workstation_id, found_at)
    VALUES (${found.kind}, ${`${workstationId} ${found.number}`}, ${workstationId}, ${instantOf(now)})
    ON CONFLICT DO NOTHING`.execute(db);
}

const asAbout = ({ of, number, why }: UnreadableRecord) => `${of} ${number} ${why}`;

/** Keeps that a desk set aside what it cannot hand over: who reads the exception knows what to look for there. */
export async function noteUnreadable(
  db: Database,
  workstationId: string,
  set: UnreadableRecord,
  now: number,
): Promise<void> {
  await sql`INSERT INTO audit_exception (kind, about, workstation_id, found_at)
    VALUES ('desk_record_unreadable', ${`${workstationId} ${asAbout(set)}`}, ${workstationId}, ${instantOf(now)})
    ON CONFLICT DO NOTHING`.execute(db);
}

/** Whether a number is known to be missing, for its desk could not hand it over. */
async function setAside(db: Database, workstationId: string): Promise<Set<number>> {
  const { rows } = await sql<{ number: number }>`
    SELECT split_part(about, ' ', 3)::bigint AS number FROM audit_exception
    WHERE kind = 'desk_record_unreadable' AND workstation_id = ${workstationId} AND about LIKE '% record %'`.execute(
    db,
  );
  return new Set(rows.map(({ number }) => number));
}

/** A name nobody has was typed where one is asked for: it may be a password. */
const typed = ({ action, subject, subjectKind }: DeskRecord) =>
  sql`CASE WHEN ${subjectKind}::text <> 'session' OR ${action}::text NOT LIKE '%failed'
    OR EXISTS (SELECT FROM user_account WHERE user_account.user_id = ${subject}) THEN ${subject}::text ELSE 'unknown' END`;

/**
 * Keeps what a desk hands over, each record once, as its own word; gives how many were new. What does not
 * follow what came before is kept as well, and noted as an exception.
 */
export async function keepDeskRecords(
  db: Database,
  workstationId: string,
  records: readonly DeskRecord[],
  now: number,
): Promise<number> {
  return db.transaction().execute(async trx => {
    // One hand-over of a workstation at a time: what one brings, the next is held against.
    await sql`SELECT FROM workstation WHERE workstation_id = ${workstationId} FOR NO KEY UPDATE`.execute(
      trx,
    );
    const from = Math.min(...records.map(({ number }) => number)) - 1;
    const known = await heldFrom(trx, workstationId, from);
    const aside = await setAside(trx, workstationId);
    let kept = 0;
    for (const record of records) {
      const { number, hash, previous } = record;
      if (known.some(each => each.number === number && each.hash === hash)) continue;
      const kind = wrongIn(record, known);
      const isTold = kind === 'desk_records_missing' && aside.has(number - 1);
      if (kind && !isTold) await noteWrong(trx, workstationId, { kind, number }, now);
      const { at, userId, action, subjectKind } = record;
      await sql`INSERT INTO desk_audit_record (workstation_id, number, hash, previous, at, user_id, action,
          subject_kind, subject, kept_at)
        VALUES (${workstationId}, ${number}, ${hash}, ${previous}, ${at}, ${userId}, ${action}, ${subjectKind},
          ${typed(record)}, ${instantOf(now)})`.execute(trx);
      known.push({ number, hash, previous });
      kept += 1;
    }
    return kept;
  });
}
