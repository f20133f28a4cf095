import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestBackend } from './test-backend.ts';

export interface BackendChild {
  readonly url: string;
  /** Ends it at once, as a crash or a power cut would. */
  kill(): Promise<void>;
}

async function urlFrom(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The backend ended before it listened.');
}

/** The backend's own command as a process that can be killed, on a test's database and processor. */
export async function startChild(backend: TestBackend): Promise<BackendChild> {
  const folder = await mkdtemp(path.join(tmpdir(), 'remit-child-'));
  await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(backend.secrets));
  const child = spawn(process.execPath, ['backend/main.ts', '--data', folder], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATABASE_URL: backend.databaseUrl,
      PROCESSOR_URL: backend.processorUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlFrom(child);
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      if (child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
