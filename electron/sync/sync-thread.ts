import { Worker } from 'node:worker_threads';
import { log, logFailure } from '../log/log.ts';
import { createBackOff } from './back-off.ts';
import type { FromSync, SyncStart, ToSync } from './messages.ts';

const FIRST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 60_000;
/** A thread that is in the middle of SQLite's work comes to its messages after that. */
const PATIENCE_MS = 3_000;

/** The worker, started again whenever it ends by itself. */
export interface SyncThread {
  start(): void;
  /** Says nothing to a worker that is not there: a new one is told everything anew. */
  tell(message: ToSync): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly workerFile: string;
  readonly start: SyncStart;
  readonly heard: (message: FromSync) => void;
  readonly ended: () => void;
  /** A worker is there and is to be told what it must know. */
  readonly begun: () => void;
}

export function createSyncThread({ workerFile, start, heard, ended, begun }: Parts): SyncThread {
  const backOff = createBackOff(FIRST_RESTART_MS, LONGEST_RESTART_MS);
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  function begin(): void {
    const mine = new Worker(workerFile, { workerData: start });
    worker = mine;
    mine.on('message', (message: FromSync) => {
      if (message.kind === 'state' && message.state.phase === 'current') backOff.reset();
      heard(message);
    });
    mine.on('error', failure => logFailure('sync worker', failure));
    mine.on('exit', code => {
      worker = undefined;
      ended();
      if (isStopping) return;
      log('sync worker ended', String(code));
      timer = setTimeout(begin, backOff.next());
    });
    begun();
  }

  return {
    start: begin,
    tell: message => worker?.postMessage(message),
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      const last = worker;
      if (!last) return;
      const over = new Promise<void>(resolve => last.once('exit', () => resolve()));
      last.postMessage({ kind: 'close' } satisfies ToSync);
      const impatience = setTimeout(() => void last.terminate(), PATIENCE_MS);
      await over;
      clearTimeout(impatience);
    },
  };
}
