import { randomUUID } from 'node:crypto';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { counselCase } from './counsel-case.ts';
import type { TestDesk } from './test-desk.ts';

/** 5,000.00 a month and 3,200.00 of essential expenses: 180.00 by California's formula. */
export const monthlyMeans = { incomeCents: cents(500_000), expensesCents: cents(320_000) };

/** A hardship plan for Marisol over so many months, first due on a bank day in a week. */
export function hardshipWish(months = 24): PlanWish {
  const today = dateIn('America/Los_Angeles', instantOf(Date.now()));
  const firstDueOn = onOrAfterBankDay(addDays(today, 7));
  return { kind: 'hardship', pace: { by: 'months', months }, firstDueOn };
}

/** 5,000.00 a month and 4,500.00 of essential expenses: 50.00 by California's formula. */
export const littleMeans = { incomeCents: cents(500_000), expensesCents: cents(450_000) };

/** A plan that was offered in a counselor's own case, its terms online. */
export interface CasePlan {
  readonly caseId: string;
  readonly offerId: string;
  readonly planId: string;
}

export async function offeredInCase(
  desk: TestDesk,
  months = 24,
  means = monthlyMeans,
): Promise<CasePlan> {
  const caseId = await counselCase(desk);
  const asked = { caseId, offerId: randomUUID(), wish: hardshipWish(months), means };
  const { offerId } = await desk.value('hardshipPlans.offer', asked);
  await desk.value('hardshipPlans.copy', { caseId, offerId, way: 'online', language: 'en' });
  return { caseId, offerId, planId: randomUUID() };
}

/** The spoken yes to it. */
export const yesTo = (plan: CasePlan, aboveAffordable = true) => ({
  ...plan,
  language: 'en' as const,
  recordingReference: 'R-0042',
  aboveAffordable,
});
