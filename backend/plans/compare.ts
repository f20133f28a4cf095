import type { ComparedPlan } from '#shared/plans/compared.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { readDebtor } from './debtor.ts';
import { refuseWrongKind } from './offer.ts';
import { hasPlan } from './open-charges.ts';
import { type Debtor, leastPayment, reckonException, reckonPlan } from './reckon.ts';

function compared(
  wish: PlanWish,
  debtor: Debtor,
  about: AboutPlan,
  reckon: typeof reckonPlan,
): ComparedPlan {
  try {
    refuseWrongKind(wish, about);
    return { wish, disclosure: reckon(wish, debtor), problem: null, leastCents: null };
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const tooSmall = refused.code === 'plan_payment_too_small';
    const leastCents = tooSmall ? leastPayment(wish, debtor) : null;
    return { wish, disclosure: null, problem: refused.code, leastCents };
  }
}

/** Reckons plans beside each other, each with everything that would be disclosed of it; nothing of it is kept. */
export async function comparePlans(
  db: Database,
  wishes: readonly PlanWish[],
  about: AboutPlan,
  asException = false,
): Promise<ComparedPlan[]> {
  if (await hasPlan(db, about.guarantorId)) throw new Refused('plan_exists');
  const debtor = await readDebtor(db, about);
  const reckon = asException ? reckonException : reckonPlan;
  return wishes.map(wish => compared(wish, debtor, about, reckon));
}
