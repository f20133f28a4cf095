import { hash as digest } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditRecordProof } from '#shared/contract/audit.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { type Row, recordOf } from './read-records.ts';

interface Proven extends Row {
  readonly previous: string;
  readonly seal: AuditRecordProof['seal'];
}

/** One record by its place, with what proves it. */
export async function readProof(db: Database, position: number): Promise<AuditRecordProof> {
  const { rows } = await sql<Proven>`
    SELECT audit_link.position, encode(audit_link.hash, 'hex') AS hash, encode(previous, 'hex') AS previous,
      coalesce(content, 'null') AS content,
      (SELECT json_build_object('position', audit_seal.position, 'keyId', key_id, 'at',
          to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM audit_seal WHERE audit_seal.position >= audit_link.position ORDER BY position LIMIT 1) AS seal
    FROM audit_link LEFT JOIN audit_record USING (number) WHERE audit_link.position = ${position}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Refused('not_found');
  const { previous, content, seal } = row;
  const hashed = `{"position":${position},"previous":"${previous}","record":${content}}`;
  return { record: recordOf(row), previous, fits: digest('sha256', hashed) === row.hash, seal };
}
