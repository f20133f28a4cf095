import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { LetterSheet } from './letter-pdf.ts';

/** A thread that has had nothing to draw for so long is ended: it holds typefaces and the layout of pages. */
const IDLE_MS = 10_000;

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

function startThread(): Worker {
  // V8 may free compiled WebAssembly that a second thread still runs (github.com/nodejs/node/issues/64500).
  setFlagsFromString('--no-wasm-code-gc');
  return new Worker(new URL('./drawing-thread.ts', import.meta.url));
}

function rest(drawer: Worker): void {
  drawer.unref();
  idle = setTimeout(() => {
    thread = undefined;
    void drawer.terminate();
  }, IDLE_MS).unref();
}

async function drawNext(sheet: LetterSheet): Promise<Buffer> {
  clearTimeout(idle);
  thread ??= startThread();
  const drawer = thread;
  drawer.ref();
  drawer.postMessage(sheet);
  try {
    const [bytes] = await once(drawer, 'message');
    rest(drawer);
    return Buffer.from(bytes);
  } catch (failure) {
    // It ended with that letter; the next one gets another.
    thread = undefined;
    throw failure;
  }
}

/**
 * Draws a letter. It takes a third of a second of work, and this thread takes payments meanwhile: so a thread of its
 * own draws, one letter after the other, whoever asks; starting it takes longer than a letter.
 */
export function drawLetter(sheet: LetterSheet): Promise<Buffer> {
  const drawn = last.then(() => drawNext(sheet));
  last = drawn.catch(() => undefined);
  return drawn;
}
