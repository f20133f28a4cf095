import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** Why the rows of `access_event` are there that an export left. */
export const reasonOf = (exportId: string) => `export ${exportId}`;

/** Keeps whose records a file holds, each once for an export, before they leave (45 CFR 164.312(b)). */
export async function noteExported(
  db: Database,
  exportId: string,
  rows: readonly object[],
  { user, workstationId }: Person,
  now: number,
): Promise<void> {
  const guarantors = [...new Set(rows.flatMap(row => guarantorOf(row) ?? []))];
  if (guarantors.length === 0) return;
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id, reason)
    SELECT gen_random_uuid(), ${instantOf(now)}::timestamptz, ${user.userId}, ${workstationId}::uuid, 'record_exported',
      guarantor_id, ${reasonOf(exportId)}
    FROM unnest(${guarantors}::text[]) AS seen (guarantor_id)
    ON CONFLICT (reason, guarantor_id) WHERE action = 'record_exported' DO NOTHING`.execute(db);
}

function guarantorOf(row: object): string | null | undefined {
  const { guarantorId, payment } = row as {
    guarantorId?: string | null;
    payment?: { guarantorId: string } | null;
  };
  return guarantorId ?? payment?.guarantorId;
}
