import { showMoney } from '#shared/money/show-money.ts';
import { type DisclosureFigures, disclose } from '#shared/plans/disclosure.ts';
import { allowedRate } from '#shared/plans/interest-policy.ts';
import { type Plan, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import type { PlanRefusal } from '#shared/plans/refusal.ts';
import { createWords } from '#shared/words/words.ts';
import type { PlanArguments } from './arguments.ts';

/** There is no such plan; the message is one sentence that says why. */
export class PlanRefused extends Error {}

export interface PlanAnswer {
  readonly plan: Plan;
  readonly disclosure: DisclosureFigures;
  /** Why the rate is not the one that was asked for. */
  readonly rateLoweredBecause?: string;
  /** What else is to be known. */
  readonly notes: readonly string[];
}

const { t } = createWords('en');

function sentence(refusal: PlanRefusal): string {
  const least = refusal.reason === 'payment_too_small' ? showMoney(refusal.leastCents) : '';
  return t(`plans:refusal.${refusal.reason}`, { least });
}

function notesOn({ eligible, state, wish }: PlanArguments, { terms, payments }: Plan): string[] {
  const endsEarly = 'months' in wish && payments.length < wish.months;
  return [
    ...(eligible && terms.rateBps > 0 ? [t('plans:noRule', { state })] : []),
    ...(endsEarly ? [t('plans:endsEarly', { last: payments.length })] : []),
  ];
}

/** The plan with what is disclosed of it; throws `PlanRefused`. */
export function makePlan(wanted: PlanArguments): PlanAnswer {
  const { amountCents, agreedOn, firstDueOn, wish } = wanted;
  const { rateBps, loweredBy } = allowedRate(wanted.rateBps, wanted);
  const terms = { amountCents, rateBps, agreedOn, firstDueOn };
  const result =
    'months' in wish ? planByMonths(terms, wish.months) : planByPayment(terms, wish.payCents);
  if (!result.ok) throw new PlanRefused(sentence(result.refusal));
  const { plan } = result;
  const { law = '', says = '' } = loweredBy ?? {};
  return {
    plan,
    disclosure: disclose(plan),
    ...(loweredBy && { rateLoweredBecause: t('plans:loweredRate', { law, says }) }),
    notes: notesOn(wanted, plan),
  };
}
