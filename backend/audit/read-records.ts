import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import {
  AUDIT_RECORDS_AT_ONCE,
  type AuditFilters,
  type AuditPlace,
  ShownAuditRecord,
} from '#shared/contract/audit.ts';
import type { Database } from '../database/connect.ts';

const HeldRecord = ShownAuditRecord.omit({ position: true, hash: true });

/** Stands for a record that can no longer be read. */
const unreadable: z.infer<typeof HeldRecord> = {
  id: '',
  at: instantOf(0),
  action: 'unreadable',
  outcome: 'unreadable',
  user: null,
  workstation: null,
  address: null,
  call: null,
  purpose: null,
  subjectKind: 'audit_chain',
  subject: null,
  detail: null,
};

export interface Row {
  readonly position: number;
  readonly hash: string;
  readonly content: string;
}

type Searched = AuditFilters & { readonly before?: AuditPlace | undefined };

/** A field of a record; as in the indexes of migration 0045, so that they are used. */
const said = (field: string) => sql`audit_said(content, ${sql.lit(field)})`;

/** As it stands in JSON between its quotes; what is cut off at a quote is looked at once more. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1).split('"')[0];

function conditions({ before, from, to, ...fields }: Searched): RawBuilder<unknown>[] {
  const [at, number] = before?.split('_') ?? [];
  return [
    ...(before ? [sql`(${said('at')}, number) < (${at}, ${Number(number)}::bigint)`] : []),
    ...(from ? [sql`${said('at')} >= ${from}`] : []),
    ...(to ? [sql`${said('at')} < ${to}`] : []),
    ...Object.entries(fields).flatMap(([field, wanted]) =>
      wanted === undefined
        ? []
        : [
            sql`${said(field)} = ${inJson(wanted)} AND content::json->>${sql.lit(field)} = ${wanted}`,
          ],
    ),
  ];
}

/** A page of the records that are asked for, newest first, and where the next one begins. */
export async function recordsBefore(db: Database, searched: Searched) {
  const { rows } = await sql<Row & { at: string; number: number }>`
    SELECT position, encode(hash, 'hex') AS hash, content, ${said('at')} AS at, number
    FROM audit_record JOIN audit_link USING (number)
    WHERE ${sql.join([sql`true`, ...conditions(searched)], sql` AND `)}
    ORDER BY ${said('at')} DESC, number DESC LIMIT ${AUDIT_RECORDS_AT_ONCE + 1}`.execute(db);
  const shown = rows.slice(0, AUDIT_RECORDS_AT_ONCE);
  const last = shown.at(-1);
  const earlier = rows.length > shown.length && last ? `${last.at}_${last.number}` : null;
  return { records: shown.map(recordOf), earlier };
}

/** What the database holds may have been altered by hand, and is shown as it is. */
export function recordOf({ position, hash, content }: Row): ShownAuditRecord {
  const held = HeldRecord.safeParse(parsed(content)).data;
  return { ...(held ?? unreadable), position, hash };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

interface Standing {
  readonly position: number;
  readonly signedAt: Instant | null;
  readonly count: number;
  readonly seconds: number;
}

async function standing(db: Database): Promise<Standing> {
  const { rows } = await sql<Standing>`
    SELECT audit_head.position, (SELECT max(sealed_at) FROM audit_seal) AS "signedAt", waiting.*
    FROM audit_head CROSS JOIN LATERAL (
      SELECT count(*) AS count,
        greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0))::float8 AS seconds
      FROM audit_record WHERE xid >= CASE WHEN home = audit_home() THEN floor ELSE '0'::xid8 END
        AND NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)) AS waiting`.execute(
    db,
  );
  return rows[0] as Standing;
}

/** A page of the trail, newest first, with how the chain stands. */
export async function readAuditRecords(db: Database, searched: Searched) {
  const { records, earlier } = await recordsBefore(db, searched);
  const { position, signedAt, count, seconds } = await standing(db);
  const { rows: exceptions } = await sql<{ kind: string; about: string; foundAt: Instant }>`
    SELECT kind, about, found_at AS "foundAt" FROM audit_exception ORDER BY found_at DESC LIMIT 100`.execute(
    db,
  );
  return {
    records,
    earlier,
    end: { position, signedAt },
    unsealed: { count, seconds },
    exceptions,
  };
}
