import { sql } from 'kysely';
import { OpenedException } from '#shared/contract/exception-queue.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { shownCase } from './case-rows.ts';
import { detailOf } from './detail-of.ts';
import { foundCase } from './found-case.ts';

async function historyOf(db: Database, caseId: string): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT at, exception_event.kind, doer.name AS "byName", coalesce(taker.name, about) AS about, reason
    FROM exception_event LEFT JOIN user_account AS doer USING (user_id)
      LEFT JOIN user_account AS taker ON exception_event.kind = 'handed_over' AND taker.user_id = about
    WHERE case_id = ${caseId} ORDER BY number`.execute(db);
  return rows;
}

/** One exception with what is known of it now, and who did what about it. */
export async function readCase(
  db: Database,
  caseId: string,
  person: Person,
  now: number,
): Promise<OpenedException> {
  const found = await foundCase(db, caseId, person);
  const [history, detail] = await Promise.all([
    historyOf(db, caseId),
    detailOf(db, found, person, now),
  ]);
  return OpenedException.parse({ exception: shownCase(found, now), history, detail });
}
