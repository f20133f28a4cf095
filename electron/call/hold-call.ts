import { HOLD_CALL_EVERY_MS } from '#shared/contract/floor.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused, BackendUnreachable } from '../backend/failures.ts';
import type { News } from '../desk/news.ts';
import { logFailure } from '../log/log.ts';
import type { Session } from '../session/session.ts';
import type { CallBook } from './call-book.ts';

/** Tells the backend that a call is open here, so that supervisors see how many there are. */
export interface HoldCall {
  start(): void;
  stop(): Promise<void>;
}

interface Parts {
  /** Speaks for nobody: a session that has ended is no reason to lock the desk here. */
  readonly backend: BackendClient;
  readonly session: Session;
  readonly calls: CallBook;
  readonly news: News;
}

/**
 * Says so when a call begins and every few seconds until it ends. Nothing is kept and nothing is sent again: without a
 * line the call is not counted, and the call itself never waits.
 */
export function createHoldCall({ backend, session, calls, news }: Parts): HoldCall {
  let timer: NodeJS.Timeout | undefined;
  let told: string | undefined;
  let underWay: Promise<void> | undefined;

  const open = () => {
    const userId = session.user()?.userId;
    return userId === undefined ? undefined : calls.open(userId);
  };

  async function hold(): Promise<void> {
    const call = open();
    told = call?.callId;
    const token = session.token();
    if (!call || !token) return;
    const given = { params: { callId: call.callId }, body: { begunAt: call.startedAt } };
    await backend.ask('holdCall', given, { token });
  }

  function now(): void {
    underWay ??= hold()
      .catch(failure => {
        const kinds = [BackendUnreachable, BackendRefused, BackendNonsense];
        if (!kinds.some(kind => failure instanceof kind)) logFailure('open call', failure);
      })
      .finally(() => {
        underWay = undefined;
      });
  }

  let unlisten: (() => void) | undefined;
  return {
    start() {
      unlisten = news.listen(event => {
        if (event === 'call' && open()?.callId !== told) now();
      });
      timer = setInterval(now, HOLD_CALL_EVERY_MS);
      now();
    },
    async stop() {
      unlisten?.();
      clearInterval(timer);
      await underWay;
    },
  };
}
