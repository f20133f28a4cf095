import type { DueEntry } from '#db/journal/outbox-due.ts';
import type { UnsentEntry } from '#db/journal/outbox-items.ts';
import type { DeskState } from '#shared/desk/state.ts';
import type { BackendClient } from '../backend/client.ts';
import type { News } from '../desk/news.ts';
import { logFailure } from '../log/log.ts';
import type { OutboxShelf } from './outbox-shelf.ts';
import { sendOwed } from './send-owed.ts';
import { whyNotSent } from './why-not-sent.ts';

export interface Outbox {
  unsent(): DeskState['unsent'];
  waiting(): UnsentEntry[];
  /** Sends what is due, now. */
  wake(): void;
  /** The backend is back: sends everything, also what would have waited for its next try. */
  catchUp(): void;
  /** Tries one again that was set aside, or now instead of later. */
  retry(entryId: number): void;
  start(): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly backend: BackendClient;
  readonly shelf: OutboxShelf;
  readonly news: News;
  readonly token: () => string | undefined;
}

const LOOK_MS = 1_000;
const PRUNE_MS = 6 * 3_600_000;

/** So many accounts are sent for at once; within each, one after the other. */
const LANES_AT_ONCE = 4;

/** Sends what the desk owes the backend, in order per account. What is refused is set aside, never dropped. */
export function createOutbox({ backend, shelf, news, token }: Parts): Outbox {
  const timers: NodeJS.Timeout[] = [];
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;
  /** The backend asked to be left alone until then, by a clock that nobody sets. */
  let quietUntilMs = 0;

  async function sendOne(entry: DueEntry): Promise<void> {
    try {
      await sendOwed(backend, entry, token());
    } catch (failure) {
      const { reason, isPoison, waitMs } = whyNotSent(failure, entry.faults);
      if (waitMs !== undefined) quietUntilMs = performance.now() + waitMs;
      if (isPoison) shelf.setAside(entry.entryId, reason);
      else shelf.failed(entry, reason, waitMs);
      return;
    }
    shelf.sent(entry.entryId);
  }

  /** Goes on with the next of the lane by itself, unless the journal could not be told how this one went. */
  async function follow(entry: DueEntry): Promise<void> {
    try {
      await sendOne(entry);
    } catch (failure) {
      underWay.delete(entry.lane);
      return logFailure('outbox', failure);
    }
    underWay.delete(entry.lane);
    news.tell('desk');
    news.tell('call');
    wake();
  }

  function wake(): void {
    if (stopped || performance.now() < quietUntilMs) return;
    try {
      for (const entry of shelf.due(LANES_AT_ONCE + underWay.size)) {
        if (underWay.has(entry.lane) || underWay.size >= LANES_AT_ONCE) continue;
        underWay.set(entry.lane, follow(entry));
      }
    } catch (failure) {
      logFailure('outbox', failure);
    }
  }

  function prune(): void {
    try {
      shelf.prune();
    } catch (failure) {
      logFailure('outbox', failure);
    }
  }

  return {
    unsent: () => shelf.unsent(),
    waiting: () => shelf.waiting(),
    wake,
    catchUp() {
      shelf.hurry();
      wake();
    },
    retry(entryId) {
      shelf.retry(entryId);
      news.tell('desk');
      wake();
    },
    start() {
      prune();
      timers.push(setInterval(wake, LOOK_MS), setInterval(prune, PRUNE_MS));
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}
