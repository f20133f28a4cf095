import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackendProcess, startBackend } from '../backend-process.ts';

export interface DemoSandbox {
  readonly backend: BackendProcess;
  readonly deskFolder: string;
  /** Ends the backend and leaves nothing behind. */
  end(): Promise<void>;
}

/** A backend with its own PostgreSQL and made-up patients, in a folder that goes away afterwards. */
export async function openDemoSandbox(say: (line: string) => void): Promise<DemoSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-demo-'));
  const args = ['--data', join(folder, 'backend'), '--patients', '500'];
  // A demo never touches a database or a processor of somebody's.
  const { DATABASE_URL: _, PROCESSOR_URL: __, ...env } = process.env;
  const backend = await startBackend(args, say, env);
  return {
    backend,
    deskFolder: join(folder, 'desk'),
    async end() {
      await backend.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
