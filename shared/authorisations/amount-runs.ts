import type { Cents } from '../money/cents.ts';
import type { PlanAutopayTerms } from './terms.ts';

/** So many instalments of one amount, one after the other. */
export interface AmountRun {
  readonly count: number;
  readonly amountCents: Cents;
}

/** The amounts of a plan's instalments in their order, equal ones together: `11 of $105.00, 1 of $104.96`. */
export function amountRuns({ instalments }: PlanAutopayTerms): AmountRun[] {
  const runs: AmountRun[] = [];
  for (const { amountCents } of instalments) {
    const last = runs.at(-1);
    if (last?.amountCents === amountCents) runs.splice(-1, 1, { ...last, count: last.count + 1 });
    else runs.push({ count: 1, amountCents });
  }
  return runs;
}
