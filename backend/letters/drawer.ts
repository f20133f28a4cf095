import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { LetterSheet } from './letter-pdf.ts';

/** Draws letters, one after the other, until closed. */
export interface Drawer {
  draw(sheet: LetterSheet): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Drawing one letter takes a third of a second of work, and this thread takes payments meanwhile: so a thread
 * of its own draws, from the first letter until the drawer is closed.
 */
export function openDrawer(): Drawer {
  // V8 may free compiled WebAssembly that a second thread still runs (github.com/nodejs/node/issues/64500).
  setFlagsFromString('--no-wasm-code-gc');
  let thread: Worker | undefined;
  return {
    async draw(sheet) {
      thread ??= new Worker(new URL('./drawing-thread.ts', import.meta.url));
      thread.postMessage(sheet);
      try {
        const [bytes] = await once(thread, 'message');
        return Buffer.from(bytes);
      } catch (failure) {
        // It ended with that letter; the next one gets another.
        thread = undefined;
        throw failure;
      }
    },
    async close() {
      await thread?.terminate();
    },
  };
}
