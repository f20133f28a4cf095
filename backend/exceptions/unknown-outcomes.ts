import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { UnknownOutcome } from '#shared/contract/exceptions.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const STAYS_MS = 24 * 60 * 60 * 1000;

interface Overridden {
  readonly overriddenAt: string | null;
  readonly overriddenByName: string | null;
  readonly reason: string | null;
}

/**
 * Payments of these regions whose outcome is open, the oldest first, and after them those that were
 * overridden and have become known within a day: whoever overrode one sees what came of it. Only this one, where
 * a key is given.
 */
export async function unknownOutcomes(
  db: Database,
  regions: readonly RegionCode[],
  now: number,
  only: string | null = null,
): Promise<UnknownOutcome[]> {
  const { rows } = await sql<Overridden>`
    SELECT key, payment.state, state_at AS "stateAt", payment.guarantor_id AS "guarantorId",
      guarantor.full_name AS "guarantorName", amount_cents AS "amountCents", taken_at AS "takenAt",
      taken_by AS "takenBy", taker.name AS "takenByName", payment.workstation_id AS "workstationId",
      asked_in_vain AS "askedInVain",
      payment_method(payment) AS method,
      overridden_at AS "overriddenAt", supervisor.name AS "overriddenByName", payment_override.reason
    FROM payment JOIN guarantor USING (guarantor_id) JOIN user_account AS taker ON taker.user_id = taken_by
      LEFT JOIN payment_override ON payment_key = key
      LEFT JOIN user_account AS supervisor ON supervisor.user_id = overridden_by
    WHERE region = ANY (${regions}) AND (${only}::uuid IS NULL OR key = ${only}) AND key IN (
      SELECT key FROM payment WHERE payment.state = 'unknown'
      UNION ALL
      SELECT payment_key FROM payment_override JOIN payment ON key = payment_key
      WHERE state_at > ${instantOf(now - STAYS_MS)})
    ORDER BY payment.state <> 'unknown', taken_at, key`.execute(db);
  return rows.map(({ overriddenAt, overriddenByName, reason, ...row }) =>
    UnknownOutcome.parse({
      ...row,
      override: overriddenAt && { at: overriddenAt, byName: overriddenByName, reason },
    }),
  );
}
