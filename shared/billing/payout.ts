import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';

/** How money that arrived by itself goes back: there is no card or account here that it could go to. */
export const PayoutWay = z.enum(['check', 'wire']);
export type PayoutWay = z.infer<typeof PayoutWay>;

/** What the treasury wrote or sent: `number` is the check's, or the bank's reference of the wire. */
export const PayoutOrder = z.strictObject({
  way: PayoutWay,
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z][0-9A-Z-]{0,33}$/),
  /** The day on the check, or on which the wire left. */
  paidOn: CalendarDate,
});
export type PayoutOrder = z.infer<typeof PayoutOrder>;

/** That a refund was paid out, by whom and when it was recorded. */
export const Payout = PayoutOrder.extend({ paidByName: z.string(), recordedAt: Instant });
export type Payout = z.infer<typeof Payout>;
