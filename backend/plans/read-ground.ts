import { sql } from 'kysely';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { sumCents } from '#shared/money/cents.ts';
import { interestForbiddenBy } from '#shared/plans/interest-policy.ts';
import type { Database } from '../database/connect.ts';
import type { AboutCase } from '../hardship/about-case.ts';
import { readDebtor } from './debtor.ts';
import { screenedMeans } from './household.ts';
import { openOffers } from './read-offer.ts';
import { plansOf } from './read-plan.ts';

interface Reached {
  readonly language: 'en' | 'es';
  readonly hasEmail: boolean;
}

/** How what is in writing reaches somebody. */
async function reached(db: Database, guarantorId: string): Promise<Reached> {
  const { rows } = await sql<Reached>`
    SELECT language, email_agreed_on IS NOT NULL AS "hasEmail" FROM guarantor
    WHERE guarantor_id = ${guarantorId}`.execute(db);
  return rows[0] ?? { language: 'en', hasEmail: false };
}

/** Everything that a plan in a case is built from, as it is now. */
export async function readPlanGround(
  db: Database,
  about: Pick<AboutCase, 'caseId' | 'guarantorId' | 'region' | 'today'>,
): Promise<PlanGround> {
  const { guarantorId, region, today } = about;
  const { state, charges, pendingCents, qualifies } = await readDebtor(db, about);
  const law = interestForbiddenBy({ state, eligible: qualifies !== 'no', agreedOn: today });
  return {
    today,
    region,
    state,
    openCents: sumCents(charges.map(each => each.amountCents)),
    pendingCents,
    screened: await screenedMeans(db, guarantorId),
    qualifies,
    interestForbiddenBy: law?.law ?? null,
    ...(await reached(db, guarantorId)),
    plans: await plansOf(db, guarantorId, today),
    offers: await openOffers(db, { ...about, callId: null }),
  };
}
