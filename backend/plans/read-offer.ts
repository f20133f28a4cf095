import { sql } from 'kysely';
import { PlanOffer } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';

/** An offer and whose it is; undefined when there is none under this id. */
export async function findOffer(
  db: Database,
  offerId: string,
): Promise<{ readonly offer: PlanOffer; readonly guarantorId: string } | undefined> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT offer_id AS "offerId", guarantor_id AS "guarantorId", wish, disclosure, disclosure_hash AS "disclosureHash",
      good_on AS "goodOn", CASE WHEN copy_at IS NOT NULL THEN jsonb_build_object('way', copy_way, 'at',
        to_char(copy_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS copy
    FROM plan_offer WHERE offer_id = ${offerId}`.execute(db);
  const [row] = rows;
  return row && { offer: PlanOffer.parse(row), guarantorId: row.guarantorId };
}
