import type { DeskState } from '#shared/desk/state.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendRefused } from '../backend/failures.ts';
import type { News } from '../desk/news.ts';
import type { OutboxShelf } from './outbox-shelf.ts';

export interface Outbox {
  unsent(): DeskState['unsent'];
  /** Sends what is due, now. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

type Owed = ReturnType<OutboxShelf['due']>[number];

interface Parts {
  readonly backend: BackendClient;
  readonly shelf: OutboxShelf;
  readonly news: News;
  readonly token: () => string | undefined;
}

const LOOK_MS = 5_000;

/** Whether sending the same again can never help: the record itself was refused. */
function isPoison(failure: unknown): boolean {
  return failure instanceof BackendRefused && ['bad_request', 'key_reused'].includes(failure.code);
}

/** Sends what the desk owes the backend, oldest first. What is refused is set aside, never dropped. */
export function createOutbox({ backend, shelf, news, token }: Parts): Outbox {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  async function sendOne({ entryId, tries, record }: Owed): Promise<void> {
    try {
      const { callId } = record;
      await backend.ask('keepCallRecord', { params: { callId }, body: record }, { token: token() });
      shelf.sent(entryId);
    } catch (failure) {
      const reason = failure instanceof BackendRefused ? failure.code : 'unreachable';
      if (isPoison(failure)) shelf.setAside(entryId, reason);
      else shelf.failed(entryId, tries, reason);
    }
  }

  async function sendDue(): Promise<void> {
    const due = shelf.due();
    for (const owed of due) await sendOne(owed);
    if (due.length > 0) news.tell('desk');
  }

  function wake(): void {
    working ??= sendDue()
      .catch(() => undefined)
      .finally(() => {
        working = undefined;
      });
  }

  return {
    unsent: () => shelf.unsent(),
    wake,
    start() {
      timer = setInterval(wake, LOOK_MS);
    },
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
