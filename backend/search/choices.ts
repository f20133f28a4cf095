import { sql } from 'kysely';
import { SearchChoices } from '#shared/contract/payment-search.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** How many files, and how many days of postings, are offered: the latest. */
const MOST_OFFERED = 60;

/** Whoever may take payments in these regions, and what went together there lately. */
export async function searchChoices(
  db: Database,
  served: readonly RegionCode[],
): Promise<SearchChoices> {
  const [takers, files, postings] = await Promise.all([
    sql`SELECT user_id AS "userId", name FROM user_account
      WHERE regions && ${served}::text[] AND role IN ('representative', 'counselor') ORDER BY name, user_id`.execute(
      db,
    ),
    sql`SELECT file_id AS "fileId", business_day AS "businessDay", id_modifier AS modifier, entries FROM ach_file
      WHERE EXISTS (SELECT FROM ach_entry JOIN guarantor USING (guarantor_id)
        WHERE ach_entry.file_id = ach_file.file_id AND region = ANY (${served}))
      ORDER BY business_day DESC, written_at DESC LIMIT ${MOST_OFFERED}`.execute(db),
    sql`SELECT business_on AS "postedOn", sum(done_count)::int AS payments FROM run
      WHERE kind = 'card_posting' AND region = ANY (${served}) AND done_count > 0
      GROUP BY business_on ORDER BY business_on DESC LIMIT ${MOST_OFFERED}`.execute(db),
  ]);
  return SearchChoices.parse({ takers: takers.rows, files: files.rows, postings: postings.rows });
}
