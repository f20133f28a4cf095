import type { Instant } from '#shared/calendar/dates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Hello } from '#shared/contract/session.ts';
import type { Clock } from './clock.ts';

/** The clock of everything that has a date: the real time, and in a sandbox the sandbox's. */
export interface DeskClock extends Clock {
  /** How far the sandbox is ahead of the real time, in ms; 0 at every other desk. */
  aheadMs(): number;
  /** How much of the time since then nobody lived through, because the sandbox was moved past it. */
  skippedSinceMs(at: Instant): number;
  /** Takes over how far ahead a sandbox says to be. */
  follow(hello: Hello): void;
}

interface Parts {
  readonly real: Clock;
  /** Whether this desk was started as a sandbox; only then does a backend move its clock. */
  readonly sandbox: boolean;
  readonly onMoved: () => void;
}

export function createDeskClock({ real, sandbox, onMoved }: Parts): DeskClock {
  let ahead = 0;
  let moves: readonly { readonly fromMs: number; readonly byMs: number }[] = [];
  const nowMs = () => real.nowMs() + ahead;
  return {
    nowMs,
    aheadMs: () => ahead,
    skippedSinceMs: at =>
      moves
        .filter(({ fromMs }) => fromMs >= Date.parse(at))
        .reduce((skipped, { byMs }) => skipped + byMs, 0),
    follow(hello) {
      const isSandbox = sandbox && hello.sandbox && hello.protocolVersion === PROTOCOL_VERSION;
      const said = isSandbox ? (hello.aheadMs ?? 0) : 0;
      if (said === ahead) return;
      // A sandbox never goes back: this is another, and what was skipped in the one before is no matter here.
      moves = said < ahead ? [] : [...moves, { fromMs: nowMs(), byMs: said - ahead }];
      ahead = said;
      onMoved();
    },
  };
}
