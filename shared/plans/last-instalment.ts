import type { Cents } from '../money/cents.ts';
import type { AgreedPlan } from './agreed.ts';

/**
 * What ends a plan of which one payment is left, in cents: due, missed, or to come and offered sooner. Null where
 * more than one is to come, or one beside what was missed: that is paying off. It takes the interest earned until
 * today, which is billed on the due date's next business day and not before.
 */
export function lastInstalmentCents({
  pastDueCents,
  payoffCents,
  coming,
}: AgreedPlan['standing']): Cents | null {
  if (payoffCents === 0) return null;
  const isAllDue = pastDueCents === payoffCents;
  return isAllDue || (pastDueCents === 0 && coming.length === 1) ? payoffCents : null;
}
