import { sql } from 'kysely';
import type { CopyWay, PlanOffer } from '#shared/plans/offer.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { findOffer, isMadeHere } from './read-offer.ts';

/** How the written copy goes out; without a language, in the guarantor's own. */
export interface AskedCopy {
  readonly way: CopyWay;
  readonly language?: 'en' | 'es' | undefined;
}

/** What must be in writing goes by e-mail only to those who agreed to that (15 USC 7001(c)). */
async function refuseUnagreedEmail(db: Database, guarantorId: string): Promise<void> {
  const { rows } = await sql`
    SELECT FROM guarantor WHERE guarantor_id = ${guarantorId} AND email_agreed_on IS NOT NULL`.execute(
    db,
  );
  if (rows.length === 0) throw new Refused('plan_copy_no_email');
}

/**
 * Sends the written copy of what was disclosed, once; the first way stays. By e-mail or mail its letter stands in
 * the outbox by the same statement (`plan_offer_is_sent` in migration 0036); what is online is not sent.
 */
export async function notePlanCopy(
  db: Database,
  offerId: string,
  { way, language }: AskedCopy,
  about: AboutPlan,
): Promise<PlanOffer> {
  const found = await findOffer(db, offerId);
  if (!isMadeHere(found, about)) throw new Refused('plan_offer_not_found');
  if (found.offer.goodOn !== about.today) throw new Refused('plan_offer_expired');
  if (way === 'email' && !found.offer.copy) await refuseUnagreedEmail(db, about.guarantorId);
  await sql`
    UPDATE plan_offer SET copy_way = ${way}, copy_at = ${about.now}, copy_language = coalesce(${language ?? null},
      (SELECT language FROM guarantor WHERE guarantor.guarantor_id = plan_offer.guarantor_id))
    WHERE offer_id = ${offerId} AND copy_at IS NULL`.execute(db);
  const noted = await findOffer(db, offerId);
  if (!noted) throw new Refused('plan_offer_not_found');
  return noted.offer;
}
