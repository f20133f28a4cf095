import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { CopyWay, PlanDisclosure, PlanOffer } from '#shared/plans/offer.ts';
import { StateCode } from '#shared/plans/states.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { About } from '../authorisations/about.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { disclosureHash } from './disclosure-hash.ts';
import { hasPlan, openCharges } from './open-charges.ts';
import { findOffer } from './read-offer.ts';
import { reckonPlan } from './reckon.ts';

async function stateOf(db: Database, guarantorId: string): Promise<StateCode> {
  const { rows } = await sql<{ state: string }>`
    SELECT state FROM guarantor WHERE guarantor_id = ${guarantorId}`.execute(db);
  return StateCode.parse(rows[0]?.state);
}

async function keepOffer(
  db: Database,
  offerId: string,
  offered: { readonly wish: PlanWish; readonly disclosure: PlanDisclosure },
  about: About,
): Promise<void> {
  const { wish, disclosure } = offered;
  const { guarantorId, today, now, userId, workstationId, callId, verificationId } = about;
  await sql`
    INSERT INTO plan_offer (offer_id, guarantor_id, wish, disclosure, disclosure_hash, good_on, offered_at, user_id,
      workstation_id, call_id, verification_id)
    VALUES (${offerId}, ${guarantorId}, ${JSON.stringify(wish)}, ${JSON.stringify(disclosure)},
      ${disclosureHash(disclosure)}, ${today}, ${now}, ${userId}, ${workstationId}, ${callId}, ${verificationId})
    ON CONFLICT DO NOTHING`.execute(db);
}

/** Offers a plan, once under its id: what was disclosed stays, whatever became of the balance since. */
export async function offerPlan(
  db: Database,
  offerId: string,
  wish: PlanWish,
  about: About,
): Promise<PlanOffer> {
  const { guarantorId, today } = about;
  const before = await findOffer(db, offerId);
  if (!before) {
    if (await hasPlan(db, guarantorId)) throw new Refused('plan_exists');
    const [state, charges] = [await stateOf(db, guarantorId), await openCharges(db, guarantorId)];
    const disclosure = reckonPlan(wish, { guarantorId, state, today, charges });
    await keepOffer(db, offerId, { wish, disclosure }, about);
  }
  const kept = before ?? (await findOffer(db, offerId));
  const isSame =
    kept && isDeepStrictEqual(kept.offer.wish, wish) && kept.guarantorId === guarantorId;
  if (!isSame) throw new Refused('key_reused');
  return kept.offer;
}

/** Notes how the written copy gets to the caller, once; the first way stays. */
export async function notePlanCopy(
  db: Database,
  offerId: string,
  way: CopyWay,
  { guarantorId, today, now }: About,
): Promise<PlanOffer> {
  const found = await findOffer(db, offerId);
  if (found?.guarantorId !== guarantorId) throw new Refused('plan_offer_not_found');
  if (found.offer.goodOn !== today) throw new Refused('plan_offer_expired');
  await sql`
    UPDATE plan_offer SET copy_way = ${way}, copy_at = ${now}
    WHERE offer_id = ${offerId} AND copy_at IS NULL`.execute(db);
  const noted = await findOffer(db, offerId);
  if (!noted) throw new Refused('plan_offer_not_found');
  return noted.offer;
}
