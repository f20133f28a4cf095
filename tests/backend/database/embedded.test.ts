import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '#backend/database/embedded.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'remit-embedded-'));
});
afterAll(async () => {
  // Whatever a failed test left running is taken over and stopped.
  await (await openEmbedded(folder)).stop();
  await rm(folder, { recursive: true, force: true });
});

async function remember(databaseUrl: string, sql: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that opens the folder and is then killed, leaving its server behind. */
async function openInKilledProcess(): Promise<void> {
  const module = path.resolve(import.meta.dirname, '../../../backend/database/embedded.ts');
  const script = `const { openEmbedded } = await import(${JSON.stringify(module)});
    await openEmbedded(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: 'inherit',
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

const lockFile = () => path.join(folder, 'postgres/postmaster.pid');

describe('the PostgreSQL that comes along', () => {
  it('keeps what was written over a stop and a start, and its password to its owner', async () => {
    const first = await openEmbedded(folder);
    await remember(first.databaseUrl, 'CREATE TABLE kept (word text)');
    await remember(first.databaseUrl, "INSERT INTO kept VALUES ('here')");
    await first.stop();
    const second = await openEmbedded(folder);
    expect(await remember(second.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'here' }]);
    await second.stop();
    const { mode } = await stat(path.join(folder, 'postgres-password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('is taken over when the process it belonged to was killed', async () => {
    await openInKilledProcess();
    const orphan = Number.parseInt(await readFile(lockFile(), 'utf8'), 10);
    expect(() => process.kill(orphan, 0)).not.toThrow();
    const server = await openEmbedded(folder);
    expect(server.ours).toBe(true);
    expect(Number.parseInt(await readFile(lockFile(), 'utf8'), 10)).toBe(orphan);
    await server.stop();
    await expect(readFile(lockFile())).rejects.toThrow('ENOENT');
  });

  it('starts over a lock that a killed server left, though its number belongs to another now', async () => {
    await openInKilledProcess();
    const lock = await readFile(lockFile(), 'utf8');
    process.kill(Number.parseInt(lock, 10), 'SIGKILL');
    await writeFile(lockFile(), lock.replace(/^\d+/, String(process.ppid)));
    const server = await openEmbedded(folder);
    expect(await remember(server.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'here' }]);
    await server.stop();
  });
});
