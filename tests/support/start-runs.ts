import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestBackend } from './test-backend.ts';

/** Starts what is due at a backend's clock, or one kind of it, in a process of its own that can be killed. */
export function startRuns(backend: TestBackend, kind?: string): ChildProcess {
  const child = fileURLToPath(new URL('./runs-child.ts', import.meta.url));
  const words = [
    child,
    backend.databaseUrl,
    backend.processorUrl,
    String(backend.now()),
    backend.secrets.vaultKey,
    ...(kind === undefined ? [] : [kind]),
  ];
  return spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
