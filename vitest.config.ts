import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const seconds = (count: number) => count * 1000;

/** Something that is waited for comes when the machine gets to it; only that it comes is asserted. */
const patience = { poll: { timeout: seconds(20) } };

/** Programs that tests start, often the same one again and again, find their modules compiled. */
const env = { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '.cache/compiled') };

/** These wait for PostgreSQL and for time to pass about as long as they reckon; a desk in its window reckons more. */
const maxWorkers = 3;

/** The gate's tests, quickest first; the last ones drive the real Electron, each file on a screen of its own. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          env,
          include: ['tests/{shared,renderer,db,electron,tools,repository}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/files-of-the-run.ts'],
          setupFiles: ['tests/support/own-files.ts'],
          // Modules keep nothing of one file for the next; loading them for each took more than the tests.
          isolate: false,
          testTimeout: seconds(20),
        },
      },
      {
        test: {
          name: 'backend',
          maxWorkers,
          env,
          include: ['tests/{backend,desk,faults,security}/**/*.test.ts'],
          globalSetup: ['tests/support/files-of-the-run.ts', 'tests/support/postgres-cluster.ts'],
          setupFiles: ['tests/support/own-files.ts'],
          // As above: it took a quarter of the time.
          isolate: false,
          // As the desk sets it for itself beside its thread: see electron/start/steady-heap.ts.
          execArgv: ['--no-wasm-code-gc'],
          expect: patience,
          testTimeout: seconds(60),
          hookTimeout: seconds(60),
        },
      },
      {
        test: {
          name: 'e2e',
          env,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [
            'tests/support/files-of-the-run.ts',
            'tests/support/postgres-cluster.ts',
            'tests/support/built-desk.ts',
          ],
          setupFiles: ['tests/support/own-files.ts', 'tests/support/own-display.ts'],
          // Elsewhere there is one screen, and one window that has the focus.
          fileParallelism: process.platform === 'linux',
          expect: patience,
          testTimeout: seconds(120),
          hookTimeout: seconds(120),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
