import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';

/** A stretch of time that nobody at the desk lived through: a sandbox was moved past it. */
export const Skip = z.object({
  /** The moment before the move. */
  at: Instant,
  byMs: z.int().positive(),
});
export type Skip = z.infer<typeof Skip>;

interface Lasting {
  readonly startedAt: Instant;
  readonly skips: readonly Skip[];
}

/** How long a call had lasted at `untilMs` (milliseconds since 1970), in ms and without what was skipped. */
export function lastedMs({ startedAt, skips }: Lasting, untilMs: number): number {
  const fromMs = Date.parse(startedAt);
  const skippedMs = skips
    .filter(({ at }) => Date.parse(at) >= fromMs && Date.parse(at) < untilMs)
    .reduce((sum, { byMs }) => sum + byMs, 0);
  return Math.max(0, untilMs - fromMs - skippedMs);
}
