import type { RefundAsked } from '#db/journal/refunds-asked.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { Clock } from '../desk/clock.ts';
import type { Turns } from '../desk/turns.ts';
import type { UserClient } from '../session/as-user.ts';
import type { Session } from '../session/session.ts';
import type { AttemptBook } from './attempt-book.ts';
import { followRefund } from './follow-refund.ts';
import { followVoid } from './follow-void.ts';
import type { RefundBook } from './refund-book.ts';
import { type Asker, resolveAttempt } from './resolve-attempt.ts';
import type { VoidBook } from './void-book.ts';

/** How often the journal is looked at for attempts that are due to be asked after. */
const LOOK_MS = 1_000;

/** The backend may have news several times a second. */
const BETWEEN_HINTS_MS = 1_000;

export interface Resolver {
  /** Asks after every open attempt, void and refund now, due or not: at start, on reconnect, when a person wants to know. */
  askNow(): Promise<void>;
  /** The backend has something new, which may be what is waited for: asks soon, if anything is open. */
  hint(): void;
  start(): void;
  stop(): Promise<void>;
}

interface Parts extends Asker {
  readonly book: AttemptBook;
  readonly voids: VoidBook;
  readonly turns: Turns;
  readonly refunds: RefundBook;
  readonly userBackend: UserClient;
  readonly session: Session;
  readonly clock: Clock;
}

/** Brings every open attempt, void and refund of this desk to the truth, one guarantor at a time. */
export function createResolver(parts: Parts): Resolver {
  let timer: NodeJS.Timeout | undefined;
  let hinted: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();

  const inTurn = (attempts: readonly Attempt[], find: (attempt: Attempt) => Promise<unknown>) =>
    attempts.map(attempt => parts.turns.take(attempt.guarantorId, () => find(attempt)));

  async function ask(
    attempts: readonly Attempt[],
    voids: readonly Attempt[],
    refunds: readonly RefundAsked[],
  ): Promise<void> {
    await Promise.all([
      ...inTurn(attempts, ({ key }) => resolveAttempt(parts, key)),
      ...inTurn(voids, ({ key }) => followVoid(parts, key)),
      ...refunds.map(wish => parts.turns.take(wish.refundKey, () => followRefund(parts, wish))),
    ]);
  }

  function look(): void {
    working = ask(parts.book.due(), parts.voids.due(), parts.refunds.due())
      .catch(() => undefined)
      .then(() => {
        if (timer) timer = setTimeout(look, LOOK_MS);
      });
  }

  const askNow = async () => ask(parts.book.open(), parts.voids.open(), parts.refunds.open());

  /** The first news may come before the outcome, so it is the last of a second that is followed. */
  function followHint(): void {
    hinted = undefined;
    const asked = ask(parts.book.open(), parts.voids.due(), parts.refunds.due());
    working = Promise.all([working, asked.catch(() => undefined)]);
  }

  return {
    askNow,
    hint() {
      if (timer) hinted ??= setTimeout(followHint, BETWEEN_HINTS_MS);
    },
    start() {
      timer = setTimeout(look, 0);
    },
    async stop() {
      clearTimeout(timer);
      clearTimeout(hinted);
      timer = undefined;
      await working;
    },
  };
}
