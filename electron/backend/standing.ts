import type { Instant } from '#shared/calendar/dates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { BackendStanding } from '#shared/desk/state.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { logFailure } from '../log/log.ts';
import type { BackendClient } from './client.ts';
import { BackendNonsense, BackendRefused } from './failures.ts';

export interface Standing {
  current(): BackendStanding;
  /** Since when it stands like that. */
  since(): Instant;
  /** Asks now instead of waiting for the next beat. */
  check(): Promise<BackendStanding>;
  /** Runs each time the backend has come back. */
  onReached(run: () => void): void;
  start(): void;
  stop(): void;
}

const BEAT_MS = 4_000;
const BEAT_WHILE_AWAY_MS = 1_000;
const HELLO_TIMEOUT_MS = 3_000;

/** Watches whether the backend can be reached and speaks this desk's protocol. */
export function watchStanding(backend: BackendClient, news: News, clock: Clock): Standing {
  let standing: BackendStanding = 'connecting';
  let since = nowOf(clock);
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const reached: (() => void)[] = [];

  async function ask(): Promise<BackendStanding> {
    try {
      const hello = await backend.ask('hello', {}, { timeoutMs: HELLO_TIMEOUT_MS });
      return hello.protocolVersion === PROTOCOL_VERSION ? 'reachable' : 'other_protocol';
    } catch (failure) {
      if (failure instanceof BackendRefused && failure.code === 'protocol_mismatch') {
        return 'other_protocol';
      }
      return failure instanceof BackendNonsense ? 'nonsense' : 'unreachable';
    }
  }

  async function check(): Promise<BackendStanding> {
    const now = await ask();
    if (ended) return now;
    const before = standing;
    standing = now;
    if (now !== before) {
      since = nowOf(clock);
      news.tell('desk');
    }
    if (now === 'reachable' && before !== 'reachable') for (const run of reached) run();
    return now;
  }

  async function beat(): Promise<void> {
    await check().catch(failure => logFailure('standing', failure));
    if (!ended) timer = setTimeout(beat, standing === 'reachable' ? BEAT_MS : BEAT_WHILE_AWAY_MS);
  }

  return {
    current: () => standing,
    since: () => since,
    check,
    onReached: run => void reached.push(run),
    start() {
      void beat();
    },
    stop() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
