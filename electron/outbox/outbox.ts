import type { DeskState } from '#shared/desk/state.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused } from '../backend/failures.ts';
import type { News } from '../desk/news.ts';
import { logFailure } from '../log/log.ts';
import type { OutboxShelf, OwedRecord } from './outbox-shelf.ts';

export interface Outbox {
  unsent(): DeskState['unsent'];
  /** Sends what is due, now. */
  wake(): void;
  /** The backend is back: sends everything, also what would have waited for its next try. */
  catchUp(): void;
  start(): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly backend: BackendClient;
  readonly shelf: OutboxShelf;
  readonly news: News;
  readonly token: () => string | undefined;
}

const LOOK_MS = 5_000;

function reasonOf(failure: unknown): string {
  if (failure instanceof BackendRefused) return failure.code;
  return failure instanceof BackendNonsense ? 'backend_nonsense' : 'unreachable';
}

/** Whether sending the same again can never help: the record itself was refused. */
function isPoison(reason: string): boolean {
  return reason === 'bad_request' || reason === 'key_reused';
}

/** Sends what the desk owes the backend, oldest first. What is refused is set aside, never dropped. */
export function createOutbox({ backend, shelf, news, token }: Parts): Outbox {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;

  async function sendOne({ entryId, tries, record }: OwedRecord): Promise<void> {
    if (!record) return shelf.setAside(entryId, 'unreadable');
    try {
      const { callId } = record;
      await backend.ask('keepCallRecord', { params: { callId }, body: record }, { token: token() });
    } catch (failure) {
      const reason = reasonOf(failure);
      if (isPoison(reason)) shelf.setAside(entryId, reason);
      else shelf.failed(entryId, tries, reason);
      return;
    }
    shelf.sent(entryId);
  }

  async function sendDue(): Promise<void> {
    do {
      again = false;
      const due = shelf.due();
      for (const owed of due) await sendOne(owed);
      if (due.length > 0) news.tell('desk');
    } while (again);
  }

  function wake(): void {
    again = true;
    working ??= sendDue()
      .catch(failure => logFailure('outbox', failure))
      .finally(() => {
        working = undefined;
      });
  }

  return {
    unsent: () => shelf.unsent(),
    wake,
    catchUp() {
      shelf.hurry();
      wake();
    },
    start() {
      timer = setInterval(wake, LOOK_MS);
    },
    async stop() {
      clearInterval(timer);
      again = false;
      await working;
    },
  };
}
