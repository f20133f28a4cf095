import { sql } from 'kysely';
import type { RunDay } from './run-step.ts';

/**
 * When the region's last run of a kind before this one ended. What was done since then is this run's, whichever
 * server began it.
 */
export const lastEnd = (kind: string, { region, today }: RunDay) => sql`(
  SELECT coalesce(max(finished_at), '-infinity') FROM run
  WHERE kind = ${kind} AND region = ${region} AND business_on < ${today})`;
