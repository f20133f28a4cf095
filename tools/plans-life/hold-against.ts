import { findPlans } from '#backend/plans/read-plan.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { type Facts, factsAbout } from './facts.ts';
import type { Life } from './life.ts';
import { type Happened, secondOpinion } from './second-opinion.ts';
import type { World } from './world.ts';

/** A plan that is not where it should be, in words for whoever looks for the reason. */
export interface Difference {
  readonly planId: string;
  readonly on: CalendarDate;
  readonly what: string;
  readonly cents: number;
}

type Says = (what: string, found: number, expected: number) => void;

/** Interest is billed as it was earned by its day, from what had been paid before. */
function checkBilled(life: Life, { billed, paid, returnedAt }: Facts, says: Says): void {
  const last = billed.at(-1);
  // What came back since then is billed with the next due date.
  if (!last || returnedAt > last.to) return;
  const before = paid.filter(each => each.on < last.to);
  const { earned } = secondOpinion(
    life.plan.disclosure,
    { paid: before, rest: life.rest },
    last.to,
  );
  says('interest billed', sumOf(billed), earned);
}

const sumOf = (billed: Facts['billed']) => billed.reduce((total, { cents }) => total + cents, 0);

function checkOne(
  { standing, disclosure }: AgreedPlan,
  { paid, openCents, billed }: Facts,
  { rest }: Life,
  on: CalendarDate,
  says: Says,
): void {
  const happened: Happened = { paid, rest };
  const { principal, interest, pastDue, earned, toCome } = secondOpinion(disclosure, happened, on);
  says('principal', standing.principalCents, principal);
  says('interest', standing.interestCents, interest);
  says('payoff', standing.payoffCents, principal + interest);
  says('past due', standing.pastDueCents, pastDue);
  says('payments to come', standing.dueDates.length, toCome);
  says('open in the ledger', openCents, principal + interest - earned + sumOf(billed));
}

/** Holds every plan, as the backend reads it, and the ledger's charges against the second opinion on a day. */
export async function holdAgainst(
  world: World,
  lives: readonly Life[],
  on: CalendarDate,
): Promise<{
  readonly plans: Map<string, AgreedPlan>;
  readonly facts: Map<string, Facts>;
  readonly differences: Difference[];
}> {
  const facts = await factsAbout(
    world,
    lives.map(life => life.debtor.guarantorId),
  );
  const differences: Difference[] = [];
  const ids = lives.map(({ plan }) => plan.planId);
  const found = await findPlans(world.db, ids, on);
  const plans = new Map(found.map(plan => [plan.planId, plan]));
  for (const life of lives) {
    const { planId } = life.plan;
    const plan = plans.get(planId);
    const known = facts.get(life.debtor.guarantorId);
    if (!plan || !known) throw new Error(`The plan ${planId} is gone.`);
    const says: Says = (what, was, expected) => {
      if (was !== expected) differences.push({ planId, on, what, cents: Math.abs(was - expected) });
    };
    checkOne(plan, known, life, on, says);
    checkBilled(life, known, says);
  }
  return { plans, facts, differences };
}
