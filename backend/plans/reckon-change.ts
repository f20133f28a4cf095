import { inMonth } from '#shared/calendar/months.ts';
import type { PlanChangeTerms, PlanChangeWish } from '#shared/plans/change.ts';
import {
  monthsWhenResumed,
  type PauseFault,
  pauseFault,
  withPauseOf,
} from '#shared/plans/pauses.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import { pictureOf } from '#shared/plans/plan-picture.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import { dueDayOf } from '#shared/plans/terms.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { type KeptPlan, keptPlan } from './kept-plan.ts';
import { openCare, openOfPlan } from './open-charges.ts';
import { qualifies } from './qualifies.ts';
import { reckonRecast } from './reckon-recast.ts';

const pauseFaults = {
  nothing_to_come: 'plan_nothing_to_pause',
  paused_already: 'plan_rests_already',
  too_long: 'plan_pause_too_long',
} as const satisfies Record<PauseFault['reason'], string>;

/** A plan of this guarantor that stands, so that it can be changed. */
async function standingPlan(trx: Database, planId: string, about: AboutPlan): Promise<KeptPlan> {
  const kept = await keptPlan(trx, planId);
  if (kept?.guarantorId !== about.guarantorId) throw new Refused('plan_not_found');
  if (kept.state === 'paid_off') throw new Refused('plan_paid_already');
  if (kept.state !== 'active') throw new Refused('plan_ended');
  return kept;
}

/** The events as they would be after the wish, for what changes only dates. */
function eventsAfter(
  { plan, events }: KeptPlan,
  wish: Extract<PlanChangeWish, { kind: 'pause' | 'resume' }>,
  { today }: AboutPlan,
): readonly PlanEvent[] {
  if (wish.kind === 'pause') {
    const fault = pauseFault(plan, events, { on: today, months: wish.months });
    if (fault) throw new Refused(pauseFaults[fault.reason]);
    return [...events, { kind: 'pause', on: today, months: wish.months }];
  }
  const resumed = monthsWhenResumed(plan, events, today);
  if (!resumed) throw new Refused('plan_not_resting');
  return withPauseOf(events, resumed.pause, resumed.months);
}

/** What changes a plan, and everything that is explained of it; refuses what cannot be done with it as it stands. */
export async function reckonChange(
  trx: Database,
  planId: string,
  wish: PlanChangeWish,
  about: AboutPlan,
): Promise<{ readonly kept: KeptPlan; readonly terms: PlanChangeTerms }> {
  const kept = await standingPlan(trx, planId, about);
  const { plan, events } = kept;
  const { today } = about;
  const before = pictureOf(plan, events, today);
  const terms = { planId, wish, on: today, before, after: null, disclosure: null };
  if (before.payoffCents === 0) throw new Refused('plan_paid_already');
  if (wish.kind === 'pay_off' || wish.kind === 'cancel') return { kept, terms };
  if (wish.kind !== 'recast') {
    const after = pictureOf(plan, eventsAfter(kept, wish, about), today);
    return { kept, terms: { ...terms, after } };
  }
  const standing = planStanding(plan, events, today);
  const dueDay = dueDayOf(plan.terms);
  const next = standing.dueDates.find(dueOn => dueOn > today) ?? inMonth(today, 1, dueDay);
  const charges = await openOfPlan(trx, planId);
  const recast = reckonRecast(wish, {
    ...{ kept, standing, charges, about },
    beside: await openCare(trx, about.guarantorId, planId),
    firstDueOn: next,
    qualifies: await qualifies(trx, about.guarantorId, today),
  });
  return { kept, terms: { ...terms, ...recast } };
}
