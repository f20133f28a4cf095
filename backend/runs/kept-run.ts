import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { isRun, type RunKey } from './claim.ts';
import type { RunReport } from './run-once.ts';

/** How a run ended, whoever did it; undefined while it has not. */
export async function keptRun(db: Database, run: RunKey): Promise<RunReport | undefined> {
  const { rows } = await sql<RunReport>`
    SELECT kind, region, business_on AS today, done_count AS done, cents,
      difference_cents AS "differenceCents", reconciliation AS line
    FROM run WHERE ${isRun(run)} AND state = 'done'`.execute(db);
  return rows[0];
}
