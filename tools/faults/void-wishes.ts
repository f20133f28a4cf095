import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { comeIn, Told } from './at-the-desk.ts';
import type { DeskSeat } from './desk-seat.ts';
import { unlessGone } from './seat.ts';

/** Refusals that are the last word about a void. */
const lastWords = ['not_voidable', 'payment_not_found', 'not_allowed'];

/**
 * Payments that somebody wants back. The desk does not go on asking for a void whose answer was lost:
 * the person does.
 */
export interface VoidWishes {
  add(desk: DeskSeat, key: AttemptKey): void;
  /** Asks once; the wish stays while nobody has heard how it ended. */
  say(desk: DeskSeat, key: AttemptKey): Promise<void>;
  /** Asks for every wish whose end was not heard; gives how many are left. */
  sayAgain(): Promise<number>;
}

export function createVoidWishes(): VoidWishes {
  const wishes = new Map<AttemptKey, DeskSeat>();

  async function say(desk: DeskSeat, key: AttemptKey): Promise<void> {
    const reply = await desk.ask('payments.void', { key, reason: 'The caller wants it back' });
    if (reply.ok || lastWords.includes(reply.reason)) wishes.delete(key);
  }

  return {
    add: (desk, key) => void wishes.set(key, desk),
    say,
    async sayAgain() {
      for (const [key, desk] of [...wishes]) {
        try {
          await unlessGone(comeIn(desk).then(() => say(desk, key)));
        } catch (trouble) {
          if (!(trouble instanceof Told)) throw trouble;
        }
      }
      return wishes.size;
    },
  };
}
