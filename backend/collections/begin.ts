import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';

/**
 * Keeps the day on which a region's collections began here, by its first run. What fell on a day before was for
 * whoever collected until then, so that nobody is billed a fee for months past on the day of a change of software.
 */
export async function beginCollections(
  db: Database,
  { region, today }: Pick<RunDay, 'region' | 'today'>,
): Promise<void> {
  await sql`INSERT INTO collections_begin (region, began_on) VALUES (${region}, ${today}) ON CONFLICT DO NOTHING`.execute(
    db,
  );
}
