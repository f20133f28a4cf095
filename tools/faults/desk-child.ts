import { answerCall } from '#electron/calls/answer-call.ts';
import { runDesk } from '#electron/desk/run.ts';
import { logFailure } from '#electron/log/log.ts';
import type { SyncPace } from '#electron/sync/messages.ts';
import { type CallName, deskCalls } from '#shared/desk/calls.ts';
import { serveParent, startedWith } from './child-side.ts';
import { openDeskCore } from './desk-core.ts';
import { countJournalFailures } from './journal-failures.ts';

/** What a desk that runs as a process of its own is started with. */
export interface DeskGiven {
  readonly backendUrl: string;
  readonly folder: string;
  readonly key: string;
  readonly timeouts: { readonly askMs: number; readonly paymentMs: number };
  readonly clockAheadMs: number;
  readonly pace?: Partial<SyncPace>;
}

const { clockAheadMs, ...given } = startedWith<DeskGiven>();
let aheadMs = clockAheadMs;
const { desk, door } = openDeskCore({
  ...given,
  clock: { nowMs: () => Date.now() + aheadMs },
  save: async () => null,
  print: async () => false,
  onFailure: logFailure,
});
const { journal } = desk;
// Whoever holds the file holds it longer than this, so that both kinds of locks happen: short and long.
journal.pragma('busy_timeout = 60');
const failures = countJournalFailures(journal);
runDesk(desk);

serveParent('ready', {
  door: ({ name, input }: { name: CallName; input: unknown }) =>
    answerCall(door, deskCalls[name].page, name, input),
  clock: (ms: number) => {
    aheadMs = ms;
  },
  fillDisk: () => {
    journal.pragma(`max_page_count = ${journal.pragma('page_count', { simple: true })}`);
  },
  makeRoom: () => {
    journal.pragma('max_page_count = 1000000');
  },
  failures: () => ({ ...failures }),
});
