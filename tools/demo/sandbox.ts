import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BackendProcess, startBackend } from '../backend-process.ts';

export interface DemoSandbox {
  readonly backend: BackendProcess;
  readonly deskFolder: string;
  /** Moves the sandbox to a date, such as 2026-12-24, with every run that is due on the way; what it said. */
  moveTo(date: string): Promise<string>;
  /** Reads a bank statement in CSV as the command for it does; what it said. */
  takeStatement(csv: string): Promise<string>;
  /** Ends the backend and leaves nothing behind. */
  end(): Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

/** A backend with its own PostgreSQL and made-up patients, in a folder that goes away afterwards. */
export async function openDemoSandbox(say: (line: string) => void): Promise<DemoSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-demo-'));
  const data = join(folder, 'backend');
  // A demo never touches a database or a processor of somebody's.
  const { DATABASE_URL: _, PROCESSOR_URL: __, ...env } = process.env;
  const backend = await startBackend(['--data', data, '--patients', '500'], say, env);
  /** The commands a person would give beside the running backend. */
  async function command(file: string, ...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [file, ...args, '--data', data], {
      cwd: root,
      env,
    });
    for (const line of stdout.trim().split('\n')) say(`    ${line}`);
    return stdout;
  }
  return {
    backend,
    deskFolder: join(folder, 'desk'),
    moveTo: date => command('tools/day.ts', '--date', date),
    takeStatement(csv) {
      const file = join(folder, 'statement.csv');
      writeFileSync(file, csv);
      return command('backend/arrivals/wires-command.ts', file);
    },
    async end() {
      await backend.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
