import { sql } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

/** More people than that with one name are a search for nobody in particular. */
const MOST_NAMED = 500;

/** So many of each list are read before the regions are looked at; beyond them somebody might be missing. */
const MOST_READ = MOST_NAMED * 4;

/** After everything that begins with the same letters, in the order of bytes. */
const PAST_ALL = '\u{10ffff}';

/**
 * Whose bills somebody of this name is on, patient or guarantor: the whole name, or the family name, begins
 * with it. Letters and digits only; what would be a pattern elsewhere is none here.
 */
export async function guarantorsNamed(
  db: Database,
  key: string,
  scope: readonly RegionCode[],
): Promise<string[]> {
  const begins = (name: string) =>
    sql`${sql.raw(name)} COLLATE "C" >= ${key} AND ${sql.raw(name)} COLLATE "C" < ${key + PAST_ALL}`;
  const list = (table: 'patient' | 'guarantor', name: string) =>
    sql`(SELECT ${`${table} ${name}`}::text AS list, guarantor_id FROM ${sql.table(table)}
      WHERE ${begins(name)} LIMIT ${MOST_READ})`;
  const { rows } = await sql<{ longest: number; named: string[] }>`
    WITH listed AS MATERIALIZED (
      ${list('patient', 'name_key')} UNION ALL ${list('patient', 'name_key(family_name)')}
      UNION ALL ${list('guarantor', 'name_key(full_name)')} UNION ALL ${list('guarantor', 'name_key(family_name)')}
    )
    SELECT coalesce((SELECT max(count) FROM (SELECT count(*) FROM listed GROUP BY list) AS each), 0) AS longest,
      ARRAY(SELECT DISTINCT guarantor_id FROM listed JOIN guarantor USING (guarantor_id)
        WHERE region = ANY (${scope}) LIMIT ${MOST_NAMED + 1}) AS named`.execute(db);
  const { longest = 0, named = [] } = rows[0] ?? {};
  if (longest >= MOST_READ || named.length > MOST_NAMED) {
    throw new Refused('search_many_names', { field: 'filters.box' });
  }
  return named;
}
