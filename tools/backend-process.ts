import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface BackendProcess {
  readonly url: string;
  readonly pid: number;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

const READY = /listening on (http:\/\/127\.0\.0\.1:\d+)/;

async function readUrl(child: ChildProcess, say: (line: string) => void): Promise<string> {
  if (!child.stdout) throw new Error('The backend has no output to read.');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = READY.exec(line)?.[1];
    if (url) return url;
    say(line);
  }
  throw new Error('The backend ended before it listened; its last lines say why.');
}

/** Starts the seeded sandbox backend as a process of its own and waits until it listens on loopback. */
export async function startBackend(
  args: readonly string[],
  say: (line: string) => void = () => undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BackendProcess> {
  const child = spawn(process.execPath, ['backend/main.ts', ...args], {
    cwd: new URL('..', import.meta.url).pathname,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readUrl(child, say);
  child.stdout?.resume();
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
