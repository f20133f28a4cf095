import type { WriteDb } from '#db/handles.ts';
import { readAttempt } from '#db/journal/payment-attempts.ts';
import { addVoidAsked, voidsAsked } from '#db/journal/voids-asked.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import { waitBeforeAsking } from './waits.ts';

/** Payments that somebody wants back and that still stand as approved: the backend may yet finish the void. */
export interface VoidBook {
  /** Committed to the journal before the backend hears of it. */
  ask(key: AttemptKey, userId: string): void;
  open(): Attempt[];
  /** Open ones whose time to be asked after has come. */
  due(): Attempt[];
  askLater(key: AttemptKey): void;
}

export function createVoidBook(journal: WriteDb, clock: Clock): VoidBook {
  // By a clock that nobody sets: the wish itself is in the journal, only its turn is not.
  const turns = new Map(
    voidsAsked(journal, nowOf(clock)).map(key => [key, { tries: 0, nextAt: 0 }]),
  );
  function open(): Attempt[] {
    const attempts = [...turns.keys()].flatMap(key => readAttempt(journal, key) ?? []);
    for (const { key, state } of attempts) if (state !== 'approved') turns.delete(key);
    return attempts.filter(({ state }) => state === 'approved');
  }
  return {
    ask(key, userId) {
      addVoidAsked(journal, key, userId, nowOf(clock));
      turns.set(key, { tries: 0, nextAt: 0 });
    },
    open,
    due: () => open().filter(({ key }) => (turns.get(key)?.nextAt ?? 0) <= performance.now()),
    askLater(key) {
      const tries = (turns.get(key)?.tries ?? 0) + 1;
      turns.set(key, { tries, nextAt: performance.now() + waitBeforeAsking(tries) });
    },
  };
}
