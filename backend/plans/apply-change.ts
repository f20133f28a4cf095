import type { PlanChangeAgreement, PlanChangeTerms } from '#shared/plans/change.ts';
import { monthsWhenResumed } from '#shared/plans/pauses.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { billInterestTo } from './bill-interest-to.ts';
import { endPlan } from './end-plan.ts';
import type { KeptPlan } from './kept-plan.ts';
import { notePlanEvent, type PlanEventToNote } from './note-plan-event.ts';
import { writeRecast } from './write-recast.ts';

/** A change that was agreed to. */
export interface AgreedChange {
  readonly changeId: string;
  readonly terms: PlanChangeTerms;
  readonly agreement: PlanChangeAgreement;
}

/** Which event an early end of the pause refers to, and how many months it takes off. */
function resumption({ plan, events }: KeptPlan, { today }: AboutPlan) {
  const resumed = monthsWhenResumed(plan, events, today);
  const pauseId = events.find(event => event === resumed?.pause)?.eventId;
  if (!resumed || !pauseId) throw new Refused('plan_not_resting');
  return { pauseId, months: resumed.pause.months - resumed.months };
}

/**
 * Does what was agreed to, in its transaction: the interest earned until today is billed where the plan ends or is to
 * be paid off, so that the ledger holds what the plan says, and the event is signed.
 */
export async function applyChange(
  trx: Database,
  kept: KeptPlan,
  change: AgreedChange,
  about: AboutPlan,
): Promise<void> {
  const { planId } = kept;
  const { today, now, userId, callId, caseId } = about;
  const { wish } = change.terms;
  const { changeId, agreement } = change;
  const signed = { userId, callId, caseId, changeId, agreement };
  const note = (event: Pick<PlanEventToNote, 'kind' | 'months' | 'why' | 'pauseId'>) =>
    notePlanEvent(trx, { planId, on: today, now, signed, ...event });
  if (wish.kind === 'pause') {
    return note({ kind: 'paused', months: wish.months, why: wish.reason });
  }
  if (wish.kind === 'resume') return note({ kind: 'resumed', ...resumption(kept, about) });
  await billInterestTo(trx, kept, kept.billedCents, today, about);
  switch (wish.kind) {
    case 'pay_off':
      return note({ kind: 'payoff_asked' });
    case 'cancel':
      await endPlan(trx, planId, 'cancelled', about);
      return note({ kind: 'cancelled' });
    case 'recast':
      await endPlan(trx, planId, 'recast', about);
      await note({ kind: 'recast' });
      return writeRecast(trx, kept, change, about);
  }
}
