import { sql } from 'kysely';
import type { PlanAcceptance } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';
import type { AboutPlan } from './about-plan.ts';
import type { AgreedChange } from './apply-change.ts';
import { disclosureHash } from './disclosure-hash.ts';
import { type KeptPlan, planOfDisclosure } from './kept-plan.ts';
import { recastOf } from './offer-recast.ts';

/**
 * Writes the plan that goes on from another, under the id of the change: with its own disclosure, kept like any
 * other, and every charge of the plan before that is open, its interest among them.
 */
export async function writeRecast(
  trx: Database,
  before: KeptPlan,
  change: AgreedChange,
  about: AboutPlan,
): Promise<void> {
  const { changeId, agreement } = change;
  const { guarantorId, today, now, userId, callId, caseId } = about;
  const offered = recastOf(change.terms);
  if (!offered) throw new Error('A changed plan has a disclosure.');
  const { disclosure, wish } = offered;
  const { terms, levelCents, payments } = planOfDisclosure(wish, disclosure);
  const hash = disclosureHash(disclosure);
  const { language, recordingReference, agreedAt: acceptedAt } = agreement;
  const acceptance: PlanAcceptance = {
    offerId: changeId,
    disclosureHash: hash,
    language,
    recordingReference,
    acceptedAt,
  };
  await sql`
    INSERT INTO payment_plan (plan_id, guarantor_id, months, instalment_cents, remaining_cents, next_due_on, offer_id, kind,
      terms, level_cents, acceptance, made_at)
    VALUES (${changeId}, ${guarantorId}, ${payments.length}, ${levelCents}, ${disclosure.totalOfPaymentsCents},
      ${wish.firstDueOn}, ${changeId}, ${wish.kind}, ${JSON.stringify(terms)}, ${levelCents},
      ${JSON.stringify(acceptance)}, ${now})`.execute(trx);
  await sql`
    INSERT INTO plan_charge (plan_id, charge_id, part, amount_cents)
    SELECT ${changeId}, charge_id, 'principal', open_cents FROM plan_charge JOIN charge USING (charge_id)
    WHERE plan_id = ${before.planId} AND open_cents > 0`.execute(trx);
  // Those that it takes in beside them.
  await sql`
    INSERT INTO plan_charge (plan_id, charge_id, part, amount_cents)
    SELECT ${changeId}, "chargeId", 'principal', "amountCents"
    FROM jsonb_to_recordset(${JSON.stringify(disclosure.charges)}::jsonb) AS each ("chargeId" uuid, "amountCents" bigint)
    ON CONFLICT DO NOTHING`.execute(trx);
  await sql`
    INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind, user_id, call_id, case_id, agreement)
    VALUES (gen_random_uuid(), ${changeId}, ${now}, ${today}, 'agreed', ${userId}, ${callId}, ${caseId},
      ${JSON.stringify(acceptance)})`.execute(trx);
}
