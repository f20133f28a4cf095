import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

const ONE_LOOK_MS = 3_600_000;

interface Looked {
  readonly action: 'documents_listed' | 'document_opened' | 'letters_listed' | 'letter_opened';
  readonly guarantorId: string;
  /** Which one it was, where there are several. */
  readonly reason?: string;
  /** A screen that reads again by itself is one look an hour. */
  readonly hourly?: boolean;
}

/** Keeps that somebody looked at what is kept of a guarantor (45 CFR 164.312(b)). */
export async function noteLooked(
  db: Database,
  { user, workstationId }: Person,
  { action, guarantorId, reason, hourly = false }: Looked,
  nowMs: number,
): Promise<void> {
  const at = instantOf(nowMs);
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id, reason)
    SELECT ${randomUUID()}, ${at}, ${user.userId}, ${workstationId}, ${action}, ${guarantorId}, ${reason ?? null}
    WHERE NOT (${hourly} AND EXISTS (SELECT FROM access_event AS earlier
      WHERE earlier.user_id = ${user.userId} AND earlier.action = ${action}
        AND earlier.guarantor_id = ${guarantorId} AND earlier.at > ${instantOf(nowMs - ONE_LOOK_MS)}))`.execute(
    db,
  );
}
