import { sql } from 'kysely';
import type { Instant } from '#shared/calendar/dates.ts';
import { AUDIT_RECORDS_AT_ONCE, type ShownAuditRecord } from '#shared/contract/audit.ts';
import type { Database } from '../database/connect.ts';

interface Row {
  readonly position: number;
  readonly hash: string;
  readonly content: string;
}

async function page(db: Database, before: number | undefined): Promise<ShownAuditRecord[]> {
  const { rows } = await sql<Row>`
    SELECT position, encode(hash, 'hex') AS hash, content FROM audit_link JOIN audit_record USING (number)
    WHERE position < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY position DESC LIMIT ${AUDIT_RECORDS_AT_ONCE}`.execute(db);
  return rows.map(({ position, hash, content }) => ({ position, hash, ...JSON.parse(content) }));
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
export async function readAuditRecords(db: Database, before: number | undefined) {
  const records = await page(db, before);
  const { position, signedAt, count, seconds } = await standing(db);
  const { rows: exceptions } = await sql<{ kind: string; about: string; foundAt: Instant }>`
    SELECT kind, about, found_at AS "foundAt" FROM audit_exception ORDER BY found_at DESC LIMIT 100`.execute(
    db,
  );
  const oldest = records.at(-1)?.position ?? 1;
  return {
    records,
    earlier: oldest > 1 ? oldest : null,
    end: { position, signedAt },
    unsealed: { count, seconds },
    exceptions,
  };
}
