import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { asksMoreThanAffordable } from '#shared/plans/means.ts';
import type { PlanAcceptance, PlanOffer } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { spendException } from './exceptions.ts';
import { planOfDisclosure } from './kept-plan.ts';
import { hasPlan, openCare } from './open-charges.ts';
import { findOffer, isMadeHere } from './read-offer.ts';
import { findPlan } from './read-plan.ts';

/** Refuses an acceptance of anything but what was disclosed today, in writing, about what is owed now. */
async function acceptedOffer(
  trx: Database,
  acceptance: PlanAcceptance,
  about: AboutPlan,
): Promise<PlanOffer> {
  const { guarantorId, today } = about;
  const found = await findOffer(trx, acceptance.offerId);
  if (!isMadeHere(found, about)) throw new Refused('plan_offer_not_found');
  const { offer } = found;
  // Other terms of a plan are agreed to as its change.
  if (offer.disclosure.continues) throw new Refused('plan_offer_not_found');
  if (offer.goodOn !== today) throw new Refused('plan_offer_expired');
  if (offer.disclosureHash !== acceptance.disclosureHash)
    throw new Refused('plan_disclosure_differs');
  if (!offer.copy || offer.copy.at > acceptance.acceptedAt) throw new Refused('plan_copy_missing');
  if (await hasPlan(trx, guarantorId)) throw new Refused('plan_exists');
  const { charges } = await openCare(trx, guarantorId);
  if (!isDeepStrictEqual(charges, offer.disclosure.charges)) {
    throw new Refused('plan_balance_changed');
  }
  const isAbove = asksMoreThanAffordable(offer.disclosure, offer.means);
  if (isAbove && !acceptance.aboveAffordable) throw new Refused('plan_above_affordable');
  return offer;
}

async function writePlan(
  trx: Database,
  planId: string,
  { wish, disclosure, offerId }: PlanOffer,
  acceptance: PlanAcceptance,
  { guarantorId, now, today, userId, callId }: AboutPlan,
): Promise<void> {
  const { terms, levelCents, payments } = planOfDisclosure(wish, disclosure);
  const charges = JSON.stringify(disclosure.charges);
  await sql`
    INSERT INTO payment_plan (plan_id, guarantor_id, months, instalment_cents, remaining_cents, next_due_on, offer_id, kind,
      terms, level_cents, acceptance, made_at)
    VALUES (${planId}, ${guarantorId}, ${payments.length}, ${levelCents}, ${disclosure.totalOfPaymentsCents},
      ${wish.firstDueOn}, ${offerId}, ${wish.kind}, ${JSON.stringify(terms)}, ${levelCents}, ${JSON.stringify(acceptance)},
      ${now})`.execute(trx);
  await sql`
    INSERT INTO plan_charge (plan_id, charge_id, part, amount_cents)
    SELECT ${planId}, "chargeId", 'principal', "amountCents"
    FROM jsonb_to_recordset(${charges}::jsonb) AS each ("chargeId" uuid, "amountCents" bigint)`.execute(
    trx,
  );
  await sql`
    INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind, user_id, call_id, agreement)
    VALUES (${randomUUID()}, ${planId}, ${now}, ${today}, 'agreed', ${userId}, ${callId}, ${JSON.stringify(acceptance)})`.execute(
    trx,
  );
}

/**
 * Makes an offered plan the guarantor's, once under its id, under a lock on the guarantor and the accounts: no
 * second plan, and no payment, can come in between. Its signed copy stands in the outbox with it.
 */
export async function agreePlan(
  trx: Database,
  planId: string,
  acceptance: PlanAcceptance,
  about: AboutPlan,
): Promise<{ readonly plan: AgreedPlan; readonly isNew: boolean }> {
  const { guarantorId, today } = about;
  await sql`SELECT FROM guarantor WHERE guarantor_id = ${guarantorId} FOR NO KEY UPDATE`.execute(
    trx,
  );
  await sql`SELECT FROM account WHERE guarantor_id = ${guarantorId} ORDER BY account_id FOR UPDATE`.execute(
    trx,
  );
  const before = await findPlan(trx, planId, today);
  if (before) {
    if (!isDeepStrictEqual(before.acceptance, acceptance)) throw new Refused('key_reused');
    return { plan: before, isNew: false };
  }
  const offer = await acceptedOffer(trx, acceptance, about);
  await writePlan(trx, planId, offer, acceptance, about);
  await spendException(trx, offer.offerId, planId, about);
  const made = await findPlan(trx, planId, today);
  if (!made) throw new Error('A plan that was just written is not there.');
  return { plan: made, isNew: true };
}
