import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Timeouts } from '#electron/backend/timeouts.ts';
import { answerCall, type Door } from '#electron/calls/answer-call.ts';
import { everyHandler } from '#electron/calls/every-handler.ts';
import { createCapture } from '#electron/capture/capture.ts';
import type { Clock } from '#electron/desk/clock.ts';
import { type ComposedDesk, composeDesk } from '#electron/desk/compose.ts';
import { runDesk } from '#electron/desk/run.ts';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import { deskCalls } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';

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
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const fonts = join(root, 'node_modules/@expo-google-fonts/inter');

/** The real desk without its windows, on real SQLite files, against the backend at `backendUrl`. */
export function startTestDesk(
  backendUrl: string,
  options: {
    folder?: string;
    running?: boolean;
    key?: string;
    clock?: Clock;
    timeouts?: Timeouts;
  } = {},
): TestDesk {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const desk = composeDesk({
    backendUrl,
    sandbox: true,
    folder,
    key: options.key ?? '5a'.repeat(32),
    migrations: join(root, 'db'),
    version: '0.0.0-test',
    ...(options.clock && { clock: options.clock }),
    ...(options.timeouts && { timeouts: options.timeouts }),
  });
  const saved: TestDesk['saved'] = [];
  const nothingShown = () => undefined;
  const surface = { open: nothingShown, place: nothingShown, focus: nothingShown };
  const capture = createCapture(desk, { ...surface, close: nothingShown });
  desk.onLock(() => capture.close());
  const handlers = everyHandler(desk, {
    capture,
    typeface: {
      regular: join(fonts, '400Regular/Inter_400Regular.ttf'),
      semiBold: join(fonts, '600SemiBold/Inter_600SemiBold.ttf'),
    },
    save: async (name, bytes) => {
      saved.push({ name, bytes });
      return join(folder, name);
    },
  });
  const door: Door = {
    handlers,
    session: desk.session,
    words: desk.words.en,
    onFailure: (name: string, failure: unknown) => console.error(name, failure),
  };
  const ask: TestDesk['ask'] = async (name, input) =>
    (await answerCall(door, deskCalls[name].page, name, input)) as never;
  const stopRunning = options.running === false ? undefined : runDesk(desk);
  return {
    desk,
    folder,
    door,
    ask,
    saved,
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
        desk.cache.close();
      }
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
