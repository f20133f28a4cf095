import { organization } from '../organization/profile.ts';

/** What the plan engine reckons with; which of it is offered to whom is policy. */
export const planLimits = {
  /** 10,000,000.00 dollars. */
  amountCents: 1_000_000_000,
  /** 36 %. */
  rateBps: 3_600,
  months: { from: 2, to: 120 },
  /** The first payment is due within a year of the agreement. */
  firstDueMonths: 12,
} as const;

/** Terms in months: those the organization publishes, the whole range for a hardship plan. */
export function offersTerm(kind: 'standard' | 'hardship', months: number): boolean {
  if (kind === 'standard') return organization.plans.months.includes(months);
  return months >= planLimits.months.from && months <= planLimits.months.to;
}
