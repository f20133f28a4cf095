import type { TFunction } from 'i18next';
import { amountRuns } from '#shared/authorisations/amount-runs.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { showMoney } from '#shared/money/show-money.ts';

/** The amounts of a plan's instalments in a few words: `11 of $105.00, 1 of $104.96`. */
export function runsOf(terms: PlanAutopayTerms, t: TFunction<'schedule'>): string {
  return amountRuns(terms)
    .map(({ count, amountCents }) =>
      t('ofPlan.run', { number: count, amount: showMoney(amountCents) }),
    )
    .join(', ');
}
