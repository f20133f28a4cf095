import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { needsCopy, type PlanChangeAgreement } from '#shared/plans/change.ts';
import type { Database } from '../database/connect.ts';
import { noteCaseEvent } from '../hardship/note-event.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';
import { applyChange } from './apply-change.ts';
import { lockPlans } from './kept-plan.ts';
import { theirChange } from './offer-change.ts';
import { type KeptChange, termsHash } from './read-change.ts';
import { findPlan } from './read-plan.ts';
import { reckonChange } from './reckon-change.ts';
import { showPlan } from './show-standing.ts';

/** Under the locks: what was explained must be what would be explained now, and in writing where it is credit anew. */
async function changeNow(
  trx: Database,
  { offer }: KeptChange,
  agreement: PlanChangeAgreement,
  about: AboutPlan,
): Promise<void> {
  const { changeId, terms, copy } = offer;
  if (agreement.termsHash !== offer.termsHash) throw new Refused('plan_changed_meanwhile');
  const { kept, terms: now } = await reckonChange(trx, terms.planId, terms.wish, about);
  if (termsHash(now) !== offer.termsHash) throw new Refused('plan_changed_meanwhile');
  if (needsCopy(terms) && (!copy || copy.at > agreement.agreedAt)) {
    throw new Refused('plan_copy_missing');
  }
  await applyChange(trx, kept, { changeId, terms, agreement }, about);
  await sql`
    UPDATE plan_change SET agreed_at = ${about.now}, agreed_with = ${about.userId}, agreement = ${JSON.stringify(agreement)}
    WHERE change_id = ${changeId}`.execute(trx);
  const { caseId, userId, workstationId } = about;
  if (caseId === null) return;
  const detail = { change: terms.wish.kind };
  const kind = 'plan_changed';
  const event = { caseId, now: about.now, kind, about: terms.planId, detail };
  await noteCaseEvent(trx, { ...event, userId, workstationId });
}

/**
 * Changes a plan as it was explained, once, under the locks that payments and agreements take: no payment and no
 * second change can come in between. Gives the plan that stands then, or the one that ended.
 */
export async function agreeChange(
  trx: Database,
  changeId: string,
  agreement: PlanChangeAgreement,
  about: AboutPlan,
): Promise<AgreedPlan> {
  await lockPlans(trx, about.guarantorId);
  const change = await theirChange(trx, changeId, about);
  const { terms } = change.offer;
  const isAgreed = change.agreement !== null;
  if (isAgreed && !isDeepStrictEqual(change.agreement, agreement)) throw new Refused('key_reused');
  if (!isAgreed) await changeNow(trx, change, agreement, about);
  // A recast makes another plan, under the id of the change.
  const planId = terms.wish.kind === 'recast' ? changeId : terms.planId;
  if (!isAgreed) await showPlan(trx, planId, about.today);
  const plan = await findPlan(trx, planId, about.today);
  if (!plan) throw new Error('A plan that was just changed is not there.');
  return plan;
}
