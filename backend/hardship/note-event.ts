import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';

/** Something that happened in a case. */
export interface EventToNote {
  readonly caseId: string;
  readonly now: Instant;
  /** Small letters and underscores; its words are in the catalogue under `hardship:event`. */
  readonly kind: string;
  readonly about?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Left out for what a run did. */
  readonly userId?: string;
  readonly workstationId?: string;
}

/** Writes it into the case's history, in the transaction that does it. */
export async function noteCaseEvent(trx: Database, event: EventToNote): Promise<void> {
  const {
    caseId,
    now,
    kind,
    about = null,
    detail = {},
    userId = null,
    workstationId = null,
  } = event;
  await sql`
    INSERT INTO hardship_event (event_id, case_id, at, user_id, workstation_id, kind, about, detail)
    VALUES (${uuidv7()}, ${caseId}, ${now}, ${userId}, ${workstationId}, ${kind}, ${about},
      ${JSON.stringify(detail)})`.execute(trx);
}
