import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { Reason } from '../text/reason.ts';

/** What a trace found. */
export const TraceFinding = z.enum(['posted', 'applied_elsewhere', 'ask_bank', 'duplicate']);
export type TraceFinding = z.infer<typeof TraceFinding>;

/** How a trace is closed: what it found, and how that is known; where it was applied stands in the reason. */
export const TraceClosing = z.strictObject({ finding: TraceFinding, reason: Reason });
export type TraceClosing = z.infer<typeof TraceClosing>;

/** That somebody asked where a payment is, and what was found; `closed` is null while it is looked for. */
export const PaymentTrace = z.object({
  traceId: z.uuid(),
  openedAt: Instant,
  openedByName: z.string(),
  note: z.string(),
  closed: TraceClosing.extend({ at: Instant, byName: z.string() }).nullable(),
});
export type PaymentTrace = z.infer<typeof PaymentTrace>;
