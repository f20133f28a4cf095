import { z } from 'zod';
import { Agreement } from '../authorisations/agreement.ts';
import { expiresBefore } from '../authorisations/card-expiry.ts';
import { ChargedMethod } from '../billing/payment-method.ts';
import { type CalendarDate, Instant } from '../calendar/dates.ts';

/** Counts up whenever the words of `spoken:keepCard` change: which words were agreed to stays known. */
export const KEEPING_WORDS = '2026-11';

/** The yes to a card's being kept for later calls, by itself: nothing is ever charged by it. */
export const KeepConsent = Agreement.omit({ acknowledged: true });
export type KeepConsent = z.infer<typeof KeepConsent>;

/**
 * Whether it can pay today. `last_month`: the card expires when this month is over. `expired` and `blocked`
 * (the bank sent the account back as one that may not be debited) pay nothing.
 */
export const StoredStanding = z.enum(['good', 'last_month', 'expired', 'blocked']);
export type StoredStanding = z.infer<typeof StoredStanding>;

/** A card or bank account that is kept: what may be shown of it, and never its token. */
export const StoredMethod = z.object({
  methodId: z.uuid(),
  method: ChargedMethod,
  /** `2028-04` for a card, null for a bank account. */
  goodThrough: z.string().nullable(),
  standing: StoredStanding,
  keptAt: Instant,
  /** How many authorisations that stand take payments by it: until they end it cannot be removed. */
  usedBy: z.int().min(0),
});
export type StoredMethod = z.infer<typeof StoredMethod>;

/** How a card good through `goodThrough` (`2028-04`) stands on `today` in its guarantor's zone. */
export function cardStanding(goodThrough: string, today: CalendarDate): StoredStanding {
  if (expiresBefore(goodThrough, today)) return 'expired';
  return goodThrough === today.slice(0, 7) ? 'last_month' : 'good';
}

/** Whether something can be paid by it today. */
export function canPay({ standing }: Pick<StoredMethod, 'standing'>): boolean {
  return standing === 'good' || standing === 'last_month';
}
