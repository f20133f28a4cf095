import { sql } from 'kysely';
import { scheduledDays } from '#shared/authorisations/schedule.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { LockedAuthorisation } from './locked.ts';
import { noteEvent } from './note-event.ts';
import { occurrencesOf } from './occurrences.ts';
import { endWithPlan } from './of-plan/end-with-plan.ts';

/** Ends an authorisation, which is locked, when each of its days was taken, skipped or given up, or its plan has ended. */
export async function finishIfDone(
  trx: Database,
  locked: LockedAuthorisation,
  now: Instant,
): Promise<void> {
  const { authorisationId, terms, version } = locked;
  if (terms.kind === 'autopay') return;
  if (terms.kind === 'plan') return void (await endWithPlan(trx, locked, now));
  const names = occurrencesOf(version, scheduledDays(terms)).map(({ occurrence }) => occurrence);
  const { rows } = await sql<{ ended: number }>`
    SELECT count(*) AS ended FROM scheduled_payment
    WHERE authorisation_id = ${authorisationId} AND occurrence = ANY (${names})
      AND state IN ('paid', 'skipped', 'failed')`.execute(trx);
  if (Number(rows[0]?.ended) < names.length) return;
  const { rows: ended } = await sql<{ done: boolean }>`
    SELECT end_authorisation(${authorisationId}, 'finished', NULL, ${now}) AS done`.execute(trx);
  if (ended[0]?.done) await noteEvent(trx, authorisationId, { kind: 'finished' }, null, now);
}
