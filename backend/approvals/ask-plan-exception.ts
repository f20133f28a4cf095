import type { AskedApproval } from '#shared/billing/approval.ts';
import { PositiveCents } from '#shared/money/cents.ts';
import type { ExceptionTerms } from '#shared/plans/exception.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { refuseCardInReason } from '../after-payment/about-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { aboutPlan } from '../plans/about-plan.ts';
import { readDebtor } from '../plans/debtor.ts';
import { hasPlan } from '../plans/open-charges.ts';
import { reckonException } from '../plans/reckon.ts';
import { keepRequest, requestedBefore } from './keep-request.ts';

interface Wish {
  readonly requestId: string;
  readonly verificationId: string;
  readonly wish: PlanWish;
  readonly reason: string;
}

/** What the terms come to, as they would be disclosed today. */
function termsOf(wish: PlanWish, disclosure: PlanDisclosure): ExceptionTerms {
  const { payments, financeChargeCents, totalOfPaymentsCents, aprPercent } = disclosure;
  const monthlyCents = PositiveCents.parse(payments[0]?.amountCents);
  const count = payments.length;
  return {
    wish,
    payments: count,
    monthlyCents,
    financeChargeCents,
    totalOfPaymentsCents,
    aprPercent,
  };
}

/** Asks a second person for a plan that the policy does not have, over what is open now; once under its id. */
export async function askPlanException(
  db: Database,
  { requestId, verificationId, wish, reason }: Wish,
  person: Person,
  now: number,
): Promise<AskedApproval> {
  refuseCardInReason(reason);
  const about = await aboutPlan(db, person, { verificationId }, now);
  const { guarantorId, callId } = about;
  const request = { requestId, kind: 'plan_exception' as const, paymentKey: null, reason };
  const before = await requestedBefore(db, { ...request, terms: { wish } });
  if (before) return before;
  if (await hasPlan(db, guarantorId)) throw new Refused('plan_exists');
  const disclosure = reckonException(wish, await readDebtor(db, about));
  const terms = termsOf(wish, disclosure);
  const amountCents = disclosure.amountFinancedCents;
  return keepRequest(db, { ...request, terms, guarantorId, amountCents, callId }, person, now);
}
