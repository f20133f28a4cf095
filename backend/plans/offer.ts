import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { PlanMeans } from '#shared/plans/means.ts';
import type { PlanDisclosure, PlanOffer } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { readDebtor } from './debtor.ts';
import { disclosureHash } from './disclosure-hash.ts';
import { refuseOtherException } from './exceptions.ts';
import { hasPlan } from './open-charges.ts';
import { findOffer, isMadeHere } from './read-offer.ts';
import { reckonException, reckonPlan } from './reckon.ts';

/** What is asked for, and in a case what the household can pay. */
export interface Asked {
  readonly wish: PlanWish;
  readonly means: PlanMeans | null;
  /** The approved exception that allows other terms than the policy has. */
  readonly exceptionId?: string | undefined;
}

async function keepOffer(
  db: Database,
  offerId: string,
  { wish, means, exceptionId, disclosure }: Asked & { readonly disclosure: PlanDisclosure },
  about: AboutPlan,
): Promise<void> {
  const { guarantorId, today, now, userId, workstationId } = about;
  const { callId, verificationId, caseId } = about;
  await sql`
    INSERT INTO plan_offer (offer_id, guarantor_id, wish, disclosure, disclosure_hash, good_on, offered_at, user_id,
      workstation_id, call_id, verification_id, case_id, means, exception_id)
    VALUES (${offerId}, ${guarantorId}, ${JSON.stringify(wish)}, ${JSON.stringify(disclosure)},
      ${disclosureHash(disclosure)}, ${today}, ${now}, ${userId}, ${workstationId}, ${callId}, ${verificationId},
      ${caseId}, ${means && JSON.stringify(means)}, ${exceptionId ?? null})
    ON CONFLICT DO NOTHING`.execute(db);
}

/** Longer terms than the published ones are a counselor's, in a case. */
export function refuseWrongKind({ kind }: PlanWish, { caseId }: AboutPlan): void {
  if (kind === 'hardship' && caseId === null) throw new Refused('plan_term_not_offered');
}

/** By the policy; or as a second person has allowed it, over the balance that they saw. */
async function disclosureFor(
  db: Database,
  { wish, exceptionId }: Asked,
  about: AboutPlan,
): Promise<PlanDisclosure> {
  const debtor = await readDebtor(db, about);
  if (exceptionId === undefined) return reckonPlan(wish, debtor);
  const { amountCents } = await refuseOtherException(db, exceptionId, wish, about);
  const disclosure = reckonException(wish, debtor);
  if (disclosure.amountFinancedCents !== amountCents) throw new Refused('plan_exception_differs');
  return disclosure;
}

/** Offers a plan, once under its id: what was disclosed stays, whatever became of the balance since. */
export async function offerPlan(
  db: Database,
  offerId: string,
  asked: Asked,
  about: AboutPlan,
): Promise<PlanOffer> {
  const { wish } = asked;
  refuseWrongKind(wish, about);
  const before = await findOffer(db, offerId);
  if (!before) {
    if (await hasPlan(db, about.guarantorId)) throw new Refused('plan_exists');
    const disclosure = await disclosureFor(db, asked, about);
    await keepOffer(db, offerId, { ...asked, disclosure }, about);
  }
  const kept = before ?? (await findOffer(db, offerId));
  const isSame = isMadeHere(kept, about) && isDeepStrictEqual(kept.offer.wish, wish);
  if (!isSame) throw new Refused('key_reused');
  return kept.offer;
}
