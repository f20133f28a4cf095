import { sql } from 'kysely';
import type { PlanChangeTerms } from '#shared/plans/change.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import type { AboutPlan } from './about-plan.ts';
import { disclosureHash } from './disclosure-hash.ts';

/** The wish behind other terms, first due when the plan before was due next; undefined where only dates change. */
export function recastOf({
  wish,
  disclosure,
}: PlanChangeTerms): { readonly wish: PlanWish; readonly disclosure: PlanDisclosure } | undefined {
  const [first] = disclosure?.payments ?? [];
  if (wish.kind !== 'recast' || !disclosure || !first) return undefined;
  const firstDueOn = first.dueOn;
  return { disclosure, wish: { kind: wish.planKind, pace: wish.pace, firstDueOn } };
}

/**
 * Keeps other terms as an offer of their own, under the id of the change: credit anew is disclosed, sent in writing and
 * kept like any other (12 CFR 1026.25).
 */
export async function offerRecast(
  trx: Database,
  changeId: string,
  terms: PlanChangeTerms,
  about: AboutPlan,
): Promise<void> {
  const offered = recastOf(terms);
  if (!offered) return;
  const { wish, disclosure } = offered;
  const { guarantorId, today, now, userId, workstationId, callId, verificationId, caseId } = about;
  await sql`
    INSERT INTO plan_offer (offer_id, guarantor_id, wish, disclosure, disclosure_hash, good_on, offered_at, user_id,
      workstation_id, call_id, verification_id, case_id)
    VALUES (${changeId}, ${guarantorId}, ${JSON.stringify(wish)}, ${JSON.stringify(disclosure)},
      ${disclosureHash(disclosure)}, ${today}, ${now}, ${userId}, ${workstationId}, ${callId}, ${verificationId},
      ${caseId})
    ON CONFLICT DO NOTHING`.execute(trx);
}
