import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { PlanOffer } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';
import type { AboutPlan } from './about-plan.ts';

export interface KeptOffer {
  readonly offer: PlanOffer;
  readonly guarantorId: string;
  readonly callId: string | null;
  readonly caseId: string | null;
}

const instant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

async function readOffers(db: Database, which: RawBuilder<unknown>): Promise<KeptOffer[]> {
  const { rows } = await sql<Omit<KeptOffer, 'offer'>>`
    SELECT plan_offer.offer_id AS "offerId", plan_offer.guarantor_id AS "guarantorId", call_id AS "callId",
      case_id AS "caseId", wish, disclosure, disclosure_hash AS "disclosureHash", good_on AS "goodOn", means,
      CASE WHEN copy_at IS NOT NULL THEN jsonb_build_object('way', copy_way, 'at', ${instant('copy_at')},
        'sentAt', ${instant('letter.sent_at')}) END AS copy
    FROM plan_offer LEFT JOIN letter ON letter.offer_id = plan_offer.offer_id AND letter.kind = 'plan_offered'
    WHERE ${which} ORDER BY offered_at DESC, plan_offer.offer_id`.execute(db);
  return rows.map(row => {
    const { guarantorId, callId, caseId } = row;
    return { offer: PlanOffer.parse(row), guarantorId, callId, caseId };
  });
}

/** An offer and whose it is; undefined when there is none under this id. */
export async function findOffer(db: Database, offerId: string): Promise<KeptOffer | undefined> {
  const [found] = await readOffers(db, sql`plan_offer.offer_id = ${offerId}`);
  return found;
}

/** What was offered today on a call or in a case and is no plan yet, the newest first. */
export async function openOffers(
  db: Database,
  { callId, caseId, guarantorId, today }: Place & { readonly today: CalendarDate },
): Promise<PlanOffer[]> {
  const kept = await readOffers(
    db,
    sql`plan_offer.guarantor_id = ${guarantorId} AND good_on = ${today}
      AND (call_id = ${callId}::uuid OR case_id = ${caseId}::uuid)
      AND disclosure->'continues' IS NULL
      AND NOT EXISTS (SELECT FROM payment_plan WHERE payment_plan.offer_id = plan_offer.offer_id)`,
  );
  return kept.map(({ offer }) => offer);
}

type Place = Pick<AboutPlan, 'callId' | 'caseId' | 'guarantorId'>;

/** Whether an offer was made on this call, or in this case, and not in another. */
export function isMadeHere(
  kept: KeptOffer | undefined,
  { guarantorId, caseId }: Place,
): kept is KeptOffer {
  return kept?.guarantorId === guarantorId && kept.caseId === caseId;
}
