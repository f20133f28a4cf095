import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timeouts } from '#electron/backend/timeouts.ts';
import { answerCall, type Door } from '#electron/calls/answer-call.ts';
import type { ShownDocument } from '#electron/calls/documents.ts';
import type { Clock } from '#electron/desk/clock.ts';
import type { ComposedDesk } from '#electron/desk/compose.ts';
import { runDesk } from '#electron/desk/run.ts';
import type { ChoosePlace } from '#electron/exports/choose-place.ts';
import type { SyncPace } from '#electron/sync/messages.ts';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import { deskCalls } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { openDeskCore } from '#tools/faults/desk-core.ts';

export interface TestDesk {
  readonly desk: ComposedDesk;
  readonly folder: string;
  readonly door: Door;
  /** Asks through the door, as the page does. */
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
  /** Asks and throws unless the answer is a value. */
  value<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Where saved receipts went. */
  readonly saved: { name: string; bytes: Buffer }[];
  /** The documents that were shown. */
  readonly shown: ShownDocument[];
  /** What was handed to the printer. */
  readonly printed: { name: string; bytes: Buffer }[];
  stop(): Promise<void>;
}

/** The real desk without its windows, on real SQLite files, against the backend at `backendUrl`. */
export function startTestDesk(
  backendUrl: string,
  options: {
    folder?: string;
    running?: boolean;
    key?: string;
    clock?: Clock;
    timeouts?: Timeouts;
    pace?: Partial<SyncPace>;
    /** Which file somebody chooses who is asked for one. */
    choose?: () => Promise<string | null>;
    /** Where an exported list goes. */
    choosePlace?: ChoosePlace;
  } = {},
): TestDesk {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const saved: TestDesk['saved'] = [];
  const printed: TestDesk['printed'] = [];
  const shown: ShownDocument[] = [];
  const { desk, door } = openDeskCore({
    backendUrl,
    folder,
    key: options.key ?? '5a'.repeat(32),
    ...(options.clock && { clock: options.clock }),
    ...(options.timeouts && { timeouts: options.timeouts }),
    ...(options.pace && { pace: options.pace }),
    save: async (name, bytes) => {
      saved.push({ name, bytes });
      return join(folder, name);
    },
    print: async (name, bytes) => {
      printed.push({ name, bytes });
      return true;
    },
    ...(options.choose && { choose: options.choose }),
    ...(options.choosePlace && { choosePlace: options.choosePlace }),
    show: async document => void shown.push(document),
    onFailure: (name, failure) => console.error(name, failure),
  });
  const ask: TestDesk['ask'] = async (name, input) =>
    (await answerCall(door, deskCalls[name].page, name, input)) as never;
  const stopRunning = options.running === false ? undefined : runDesk(desk);
  return {
    desk,
    folder,
    door,
    ask,
    saved,
    shown,
    printed,
    async value(name, input) {
      const reply = await ask(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.reason}: ${reply.message}`);
      return reply.value;
    },
    async stop() {
      if (stopRunning) await stopRunning();
      else {
        await desk.outbox.stop();
        desk.journal.close();
      }
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
