import { sql } from 'kysely';
import { UnmatchedArrival } from '#shared/contract/arrivals.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/**
 * What waits to be posted by hand, the oldest first. Money that names nobody is of no region, so every
 * supervisor sees all of it; whom it names is told to those of that region alone. Only this one, where an id is given.
 */
export async function unmatchedArrivals(
  db: Database,
  regions: readonly RegionCode[],
  only: string | null = null,
): Promise<UnmatchedArrival[]> {
  const { rows } = await sql`
    SELECT arrival_id AS "arrivalId", channel, amount_cents AS "amountCents", booked_on AS "bookedOn",
      statement_id AS "statementId", entry_id AS "entryId", remitter, remittance, why,
      guarantor.guarantor_id AS "guarantorId", full_name AS "guarantorName"
    FROM arrival LEFT JOIN guarantor
      ON guarantor.guarantor_id = arrival.guarantor_id AND region = ANY (${regions})
    WHERE payment_key IS NULL AND (${only}::uuid IS NULL OR arrival_id = ${only})
    ORDER BY booked_on, arrival_id`.execute(db);
  return rows.map(row => UnmatchedArrival.parse(row));
}
