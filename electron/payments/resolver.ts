import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Turns } from '../desk/turns.ts';
import type { AttemptBook } from './attempt-book.ts';
import { type Asker, resolveAttempt } from './resolve-attempt.ts';

/** How often the journal is looked at for attempts that are due to be asked after. */
const LOOK_MS = 1_000;

export interface Resolver {
  /** Asks after every open attempt now, due or not: at start, on reconnect, when a person wants to know. */
  askNow(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

interface Parts extends Asker {
  readonly book: AttemptBook;
  readonly turns: Turns;
}

/** Brings every open attempt of this desk to the truth, one guarantor at a time. */
export function createResolver(parts: Parts): Resolver {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();

  async function ask(attempts: readonly { key: AttemptKey; guarantorId: string }[]): Promise<void> {
    await Promise.all(
      attempts.map(({ key, guarantorId }) =>
        parts.turns.take(guarantorId, () => resolveAttempt(parts, key)),
      ),
    );
  }

  function look(): void {
    working = ask(parts.book.due())
      .catch(() => undefined)
      .then(() => {
        if (timer) timer = setTimeout(look, LOOK_MS);
      });
  }

  return {
    askNow: async () => ask(parts.book.open()),
    start() {
      timer = setTimeout(look, 0);
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await working;
    },
  };
}
