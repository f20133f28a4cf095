import { sql } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

/** More people than that with one name are a search for nobody in particular. */
const MOST_NAMED = 500;

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
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM (
      (SELECT guarantor_id FROM patient WHERE ${begins('name_key')} LIMIT ${MOST_NAMED * 4})
      UNION (SELECT guarantor_id FROM patient WHERE ${begins('name_key(family_name)')} LIMIT ${MOST_NAMED * 4})
      UNION (SELECT guarantor_id FROM guarantor WHERE ${begins('name_key(full_name)')} LIMIT ${MOST_NAMED * 4})
      UNION (SELECT guarantor_id FROM guarantor WHERE ${begins('name_key(family_name)')} LIMIT ${MOST_NAMED * 4})
    ) AS named JOIN guarantor USING (guarantor_id)
    WHERE region = ANY (${scope}) LIMIT ${MOST_NAMED + 1}`.execute(db);
  if (rows.length > MOST_NAMED) throw new Refused('search_many_names', { field: 'filters.box' });
  return rows.map(({ guarantorId }) => guarantorId);
}
