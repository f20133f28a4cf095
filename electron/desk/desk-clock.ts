import { z } from 'zod';
import { Skip } from '#shared/call/call-length.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Hello } from '#shared/contract/session.ts';
import { type Clock, nowOf } from './clock.ts';

/** How far a sandbox was moved, and when: kept, so that a restarted desk is at its date from the start. */
export const Moved = z.object({
  aheadMs: z.int().nonnegative(),
  skips: z.array(Skip),
});
export type Moved = z.infer<typeof Moved>;

/** The clock of everything that has a date: the real time, and in a sandbox the sandbox's. */
export interface DeskClock extends Clock {
  /** Nothing at any desk but a sandbox's. */
  moved(): Moved;
  /** Takes over how far ahead a sandbox says to be. */
  follow(hello: Hello): void;
}

interface Parts {
  readonly real: Clock;
  /** Whether this desk was started as a sandbox; only then does a backend move its clock. */
  readonly sandbox: boolean;
  /** As it was kept. */
  readonly moved: Moved | undefined;
  readonly onMoved: (moved: Moved) => void;
}

/** As many as a year of moving from day to day brings. */
const MOST_SKIPS = 400;

export function createDeskClock({ real, sandbox, onMoved, ...kept }: Parts): DeskClock {
  let moved: Moved = (sandbox && kept.moved) || { aheadMs: 0, skips: [] };
  const clock: Clock = { nowMs: () => real.nowMs() + moved.aheadMs };
  return {
    ...clock,
    moved: () => moved,
    follow(hello) {
      const isSandbox = sandbox && hello.sandbox && hello.protocolVersion === PROTOCOL_VERSION;
      const aheadMs = isSandbox ? (hello.aheadMs ?? 0) : 0;
      const byMs = aheadMs - moved.aheadMs;
      if (byMs === 0) return;
      // A sandbox never goes back: this is another, and what the one before skipped is no matter here.
      const before = byMs < 0 ? [] : moved.skips;
      const skip = byMs < 0 ? [] : [{ at: nowOf(clock), byMs }];
      moved = { aheadMs, skips: [...before, ...skip].slice(-MOST_SKIPS) };
      onMoved(moved);
    },
  };
}
