/**
 * The most a month that a plan may ask where no other is agreed: a tenth of what the family has in a month
 * beyond essential living expenses, in cents, rounded down; 0 where nothing is left (California Health and
 * Safety Code 127400(i)).
 */
export function affordableCentsAMonth(
  familyIncomeCentsAMonth: number,
  essentialExpensesCentsAMonth: number,
): number {
  return Math.max(0, Math.floor((familyIncomeCentsAMonth - essentialExpensesCentsAMonth) / 10));
}
