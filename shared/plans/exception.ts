import { z } from 'zod';
import { addDays, CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { PlanWish } from './wish.ts';

/** An approved exception may be agreed to for so many days. */
const STANDS_DAYS = 30;

/** Other terms than the policy has, with what they came to when they were asked for. */
export const ExceptionTerms = z.object({
  wish: PlanWish,
  payments: z.int().positive(),
  monthlyCents: PositiveCents,
  financeChargeCents: Cents,
  totalOfPaymentsCents: PositiveCents,
  aprPercent: z.number().min(0),
});
export type ExceptionTerms = z.infer<typeof ExceptionTerms>;

/** When an approved exception may be agreed to: until `goodUntil`, once. */
export const ExceptionUse = z.object({
  goodUntil: CalendarDate,
  usedAt: Instant.nullable(),
});
export type ExceptionUse = z.infer<typeof ExceptionUse>;

/** The last day to agree to terms that are approved `today`: never after their first payment is due. */
export function exceptionGoodUntil({ firstDueOn }: PlanWish, today: CalendarDate): CalendarDate {
  const last = addDays(today, STANDS_DAYS);
  return firstDueOn < last ? firstDueOn : last;
}
