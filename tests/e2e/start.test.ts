import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectForWriting } from '#db/open.ts';
import { askInPage } from '#tests/support/ask-in-page.ts';
import { startTestBackend } from '#tests/support/test-backend.ts';
import { deskLaunch } from '#tools/desk-environment.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

const nobody = 'http://127.0.0.1:9';
let folder: string;
let desk: DrivenDesk | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-start-'));
});
afterEach(async () => {
  await desk?.close();
  desk = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts the desk and gives the line in which it says why it does not go on. */
async function refusalToStart(): Promise<string> {
  const { executablePath, args, env } = deskLaunch({ backendUrl: nobody, dataFolder: folder });
  const child = spawn(executablePath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      if (line.includes('start refused')) return line;
    }
    return 'it ended without a word';
  } finally {
    child.kill('SIGKILL');
  }
}

async function startOnceAndClose(): Promise<void> {
  const first = await driveDesk({ backendUrl: nobody, dataFolder: folder });
  await first.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await first.close();
}

test('a damaged journal keeps the desk from starting, stays as it is, and is named', async () => {
  await startOnceAndClose();
  const journal = join(folder, 'journal.db');
  const damaged = readFileSync(journal);
  damaged.fill(0xee, 100, damaged.length);
  writeFileSync(journal, damaged);
  expect(await refusalToStart()).toContain('journal.db');
  expect(readFileSync(journal)).toEqual(damaged);
});

test('a journal of a newer version is left alone, and the sentence says what to install', async () => {
  await startOnceAndClose();
  const path = join(folder, 'journal.db');
  const key = readFileSync(join(folder, 'sandbox.key'), 'utf8').trim();
  const newer = connectForWriting({ path, key, migrations: '' });
  newer.pragma('user_version = 999');
  newer.pragma('journal_mode = DELETE');
  newer.close();
  const before = readFileSync(path);
  expect(await refusalToStart()).toMatch(/newer Remit Desk.*journal\.db/);
  expect(readFileSync(path)).toEqual(before);
});

test('a damaged cache is rebuilt, and the desk starts', async () => {
  await startOnceAndClose();
  writeFileSync(join(folder, 'cache.db'), 'not a database at all');
  desk = await driveDesk({ backendUrl: nobody, dataFolder: folder });
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const { page } = desk;
  await expect
    .poll(() => askInPage(page, 'desk.state', null))
    .toMatchObject({ ok: true, value: { cacheRebuilt: true } });
});

test('the key of the sandbox can be read by its owner alone', async () => {
  await startOnceAndClose();
  const { mode } = statSync(join(folder, 'sandbox.key'));
  expect(mode & 0o777).toBe(0o600);
});

test('a backend that is down is named on the sign-in page, which works once it is back', async () => {
  const backend = await startTestBackend();
  const line: FaultLine = await openFaultLine(backend.url);
  line.cut();
  desk = await driveDesk({ backendUrl: line.url, dataFolder: folder });
  await desk.page
    .getByText(/cannot be reached/)
    .first()
    .waitFor();
  await desk.page.screenshot({ path: 'out/pictures/backend-down.png' });
  line.mend();
  await desk.page.getByText('The backend is ready.').waitFor();
  await line.close();
  await backend.stop();
});
