import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Handling } from '#shared/contract/floor.ts';
import type { Database } from '../database/connect.ts';
import type { FloorScope } from './zone.ts';

export type HandledCalls = Handling & { readonly day: CalendarDate };

/** The finished calls of each day, on which they ended. */
export async function handledCalls(
  db: Database,
  { scope, from, to }: FloorScope,
): Promise<readonly HandledCalls[]> {
  const { rows } = await sql<HandledCalls>`
    SELECT ended_on AS day, count(*)::int AS calls, sum(seconds)::bigint AS seconds,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS "medianSeconds"
    FROM handled_call WHERE region = ANY (${scope}) AND ended_on BETWEEN ${from} AND ${to}
    GROUP BY ended_on`.execute(db);
  return rows;
}
