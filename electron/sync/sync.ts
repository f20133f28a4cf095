import type { ReadDb } from '#db/handles.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { DeskUser } from '#shared/contract/session.ts';
import { noSync, type SyncState } from '#shared/desk/sync-state.ts';
import type { Clock } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { createCopyReader } from './copy-reader.ts';
import { type Admission, type FromSync, type SyncStart, scopeOf } from './messages.ts';
import { createSyncThread } from './sync-thread.ts';
import { unwrittenBalances } from './unwritten-balances.ts';

/** The desk's copy of the backend's records, as the main process deals with it. */
export interface Sync {
  start(): void;
  stop(): Promise<void>;
  /** Somebody is signed in: keeps a copy of what they may see, and no other. */
  admit(user: DeskUser, token: string): void;
  /** Nobody is any more: nothing is read and nothing is asked. */
  dismiss(): void;
  /** Asks the backend at once whether there is more, instead of when the next time would be. */
  askNow(): void;
  order(what: 'pause' | 'resume' | 'rebuild'): void;
  state(): SyncState;
  /** Whether the file could not be used at this start and was made anew. */
  cacheRebuilt(): boolean;
  /** Reads the file; undefined while it is not there for whoever is signed in. */
  read<Value>(look: (cache: ReadDb) => Value): Value | undefined;
  keepBalance(scope: string, balance: Balance, nowMs: number): void;
  /** A balance that is on its way into the file. */
  unwrittenBalance(scope: string, guarantorId: string): Balance | undefined;
}

interface Parts {
  readonly start: SyncStart;
  readonly workerFile: string;
  readonly clock: Clock;
  readonly news: News;
  readonly askSession: (token: string) => void;
  /** Hears that the backend has something new, whatever it is. */
  readonly onChanged: () => void;
}

export function createSync({ start, workerFile, clock, news, ...parts }: Parts): Sync {
  const reader = createCopyReader(start.file, () => thread.tell({ kind: 'rebuild' }));
  const unwritten = unwrittenBalances();
  let state = noSync;
  let rebuilt = false;
  let isPaused = false;
  let admission: Omit<Admission, 'nowMs'> | undefined;
  let admissions = 0;

  function tellAdmission(): void {
    if (admission) {
      thread.tell({ kind: 'admit', admission: { ...admission, nowMs: clock.nowMs() } });
    }
  }

  function ready(number: number): void {
    if (!admission || number !== admission.number) return;
    reader.open(scopeOf(admission));
    for (const keeping of unwritten.all()) thread.tell(keeping);
    news.tell('desk');
  }

  function show(number: number, next: SyncState): void {
    if (number !== admission?.number) return;
    state = next;
    news.tell('desk');
  }

  function heard(message: FromSync): void {
    switch (message.kind) {
      case 'opened':
        rebuilt ||= message.rebuilt;
        if (message.rebuilt) news.tell('desk');
        break;
      case 'ready':
        ready(message.admission);
        break;
      case 'release':
        reader.close();
        state = { ...noSync, phase: 'pulling' };
        thread.tell({ kind: 'released' });
        break;
      case 'kept':
        unwritten.written(message.receipt);
        break;
      case 'state':
        show(message.admission, message.state);
        break;
      case 'changed':
        parts.onChanged();
        break;
      case 'askSession':
        parts.askSession(message.token);
        break;
    }
  }

  const thread = createSyncThread({
    workerFile,
    start,
    heard,
    ended() {
      reader.close();
      state = { ...state, phase: admission ? 'behind' : 'off', perSecond: 0 };
    },
    begun() {
      if (isPaused) thread.tell({ kind: 'pause' });
      tellAdmission();
    },
  });

  return {
    start: thread.start,
    async stop() {
      reader.close();
      await thread.stop();
    },
    admit(user, token) {
      admissions += 1;
      admission = { number: admissions, role: user.role, regions: user.regions, token };
      if (reader.scope() !== scopeOf(user)) {
        reader.close();
        unwritten.forget();
        state = { ...noSync, phase: 'pulling' };
      }
      tellAdmission();
    },
    dismiss() {
      admission = undefined;
      reader.close();
      unwritten.forget();
      thread.tell({ kind: 'dismiss' });
    },
    askNow: tellAdmission,
    order(what) {
      if (what !== 'rebuild') isPaused = what === 'pause';
      thread.tell({ kind: what });
    },
    state: () => state,
    cacheRebuilt: () => rebuilt,
    read: look => reader.read(look),
    keepBalance: (scope, balance, nowMs) => thread.tell(unwritten.add(scope, balance, nowMs)),
    unwrittenBalance: (scope, guarantorId) => unwritten.find(scope, guarantorId),
  };
}
