import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExportKept, ExportOrder } from '#shared/contract/exports.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { reasonOf } from './note-exported.ts';

/** Puts on record that an export begins, before anything of it leaves; an id counts once. */
export async function recordExport(
  db: Database,
  { exportId, list, filters, format }: ExportOrder,
  { user, workstationId }: Person,
  now: number,
): Promise<void> {
  const { rows } = await sql`
    INSERT INTO data_export (export_id, list, filters, format, user_id, workstation_id, at)
    VALUES (${exportId}, ${list}, ${JSON.stringify(filters)}::jsonb, ${format}, ${user.userId}, ${workstationId},
      ${instantOf(now)})
    ON CONFLICT DO NOTHING RETURNING export_id`.execute(db);
  if (rows.length === 0) throw new Refused('key_reused');
}

/** How far an export came, and why it ended there. */
export interface ExportEnd {
  ended: 'whole' | 'broken' | 'refused';
  rows: number;
}

export async function recordEnd(
  db: Database,
  exportId: string,
  { ended, rows }: ExportEnd,
  now: number,
): Promise<void> {
  await sql`
    UPDATE data_export SET ended = ${ended}, ended_at = ${instantOf(now)}, row_count = ${rows},
      guarantor_count = held.count, guarantors_sha256 = held.hash
    FROM (
      SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(guarantor_id, ' ' ORDER BY guarantor_id COLLATE "C"), ''),
        'UTF8')), 'hex') AS hash
      FROM access_event WHERE action = 'record_exported' AND reason = ${reasonOf(exportId)}) AS held
    WHERE export_id = ${exportId} AND ended IS NULL`.execute(db);
}

/** Keeps what the desk says became of the file; what was said first stands. */
export async function recordKept(
  db: Database,
  exportId: string,
  { kept, sha256 }: ExportKept,
  { user }: Person,
  now: number,
): Promise<void> {
  const { rows } = await sql<{ kept: string | null }>`
    SELECT kept FROM data_export WHERE export_id = ${exportId} AND user_id = ${user.userId}`.execute(
    db,
  );
  if (rows.length === 0) throw new Refused('not_found');
  await sql`
    UPDATE data_export SET kept = ${kept}, kept_at = ${instantOf(now)},
      file_sha256 = ${kept === 'saved' ? sha256 : null}
    WHERE export_id = ${exportId} AND kept IS NULL`.execute(db);
}
