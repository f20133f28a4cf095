import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import {
  needsCopy,
  type PlanChangeOffer,
  type PlanChangeTerms,
  type PlanChangeWish,
} from '#shared/plans/change.ts';
import type { CopyWay } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { notePlanCopy } from './note-copy.ts';
import { offerRecast } from './offer-recast.ts';
import { findChange, type KeptChange, termsHash } from './read-change.ts';
import { reckonChange } from './reckon-change.ts';

async function keepChange(
  trx: Database,
  changeId: string,
  terms: PlanChangeTerms,
  about: AboutPlan,
): Promise<void> {
  const { today, now, userId, workstationId, callId, verificationId, caseId } = about;
  await sql`
    INSERT INTO plan_change (change_id, plan_id, kind, wish, terms, terms_hash, good_on, offered_at, user_id,
      workstation_id, call_id, verification_id, case_id)
    VALUES (${changeId}, ${terms.planId}, ${terms.wish.kind}, ${JSON.stringify(terms.wish)}, ${JSON.stringify(terms)},
      ${termsHash(terms)}, ${today}, ${now}, ${userId}, ${workstationId}, ${callId}, ${verificationId}, ${caseId})
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** A change of this guarantor's plan; refuses any other. */
export async function theirChange(
  trx: Database,
  changeId: string,
  { guarantorId }: AboutPlan,
): Promise<KeptChange> {
  const found = await findChange(trx, changeId);
  if (found?.guarantorId !== guarantorId) throw new Refused('plan_change_not_found');
  return found;
}

/** Explains a change, once under its id: what was explained stays, whatever became of the plan since. */
export async function offerChange(
  trx: Database,
  changeId: string,
  { planId, wish }: { readonly planId: string; readonly wish: PlanChangeWish },
  about: AboutPlan,
): Promise<PlanChangeOffer> {
  if (!(await findChange(trx, changeId))) {
    const { terms } = await reckonChange(trx, planId, wish, about);
    await keepChange(trx, changeId, terms, about);
    await offerRecast(trx, changeId, terms, about);
  }
  const { offer, guarantorId } = (await findChange(trx, changeId)) ?? {};
  const isSame = offer?.terms.planId === planId && isDeepStrictEqual(offer.terms.wish, wish);
  if (!offer || !isSame || guarantorId !== about.guarantorId) throw new Refused('key_reused');
  return offer;
}

/** Sends the written copy of a change, or notes that it can be read online, once; the first way stays. */
export async function noteChangeCopy(
  trx: Database,
  changeId: string,
  way: CopyWay,
  about: AboutPlan,
): Promise<PlanChangeOffer> {
  const { offer, goodOn, agreement } = await theirChange(trx, changeId, about);
  if (offer.copy || agreement) return offer;
  if (goodOn !== about.today) throw new Refused('plan_offer_expired');
  if (needsCopy(offer.terms)) await notePlanCopy(trx, changeId, { way }, about);
  await sql`
    UPDATE plan_change SET copy_way = ${way}, copy_at = ${about.now} WHERE change_id = ${changeId}`.execute(
    trx,
  );
  return (await theirChange(trx, changeId, about)).offer;
}
