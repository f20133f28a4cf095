import { Worker } from 'node:worker_threads';
import { logFailure } from '../log/log.ts';
import type { ExportStart, FromExport, ToExport } from './messages.ts';

/** A thread that hangs, in a file system that does not answer, is ended after that. */
const PATIENCE_MS = 5_000;

export interface ExportThread {
  /** Tells it to stop; it says when it has. */
  stop(): void;
}

/** Starts the thread of one export; `heard` gets a last word whatever becomes of it. */
export function startExport(
  workerFile: string,
  start: ExportStart,
  heard: (message: FromExport) => void,
): ExportThread {
  let isOver = false;
  const hear = (message: FromExport) => {
    if (isOver) return;
    isOver = message.kind !== 'begun' && message.kind !== 'progress';
    heard(message);
  };
  const worker = new Worker(workerFile, { workerData: start });
  worker.on('message', hear);
  worker.on('error', failure => logFailure('export', failure));
  worker.on('exit', () => hear({ kind: 'failed', reason: 'export_not_written' }));
  return {
    stop() {
      worker.postMessage({ kind: 'stop' } satisfies ToExport);
      const impatience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      worker.once('exit', () => clearTimeout(impatience));
    },
  };
}
