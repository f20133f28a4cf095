import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readyDatabase } from '#backend/command/ready-database.ts';
import { openPool } from '#backend/database/connect.ts';
import { RefusedByDatabase } from '#backend/database/refused-by-database.ts';
import { newSecrets, readSecrets } from '#backend/secrets.ts';
import { emptyDatabase } from '#backend/seed/write/empty-database.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'remit-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const quietly = { seed: '1', signal: new AbortController().signal, say: () => undefined };

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command as somebody would, and asks it to stop as soon as it listens. */
function start(words: readonly string[], environment = {}): Promise<Ended> {
  const { DATABASE_URL: _, PROCESSOR_URL: __, ...env } = process.env;
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['backend/main.ts', ...words],
      { cwd: path.resolve(import.meta.dirname, '../../..'), env: { ...env, ...environment } },
      (_error, said, complained) => resolve({ code: child.exitCode, said, complained }),
    );
    child.stdout?.on('data', text => {
      if (String(text).includes('listening on')) child.kill('SIGTERM');
    });
  });
}

describe('the backend does not start, and says why in one sentence,', () => {
  it('when its words make no sense', async () => {
    expect(await start(['--patients', '-1'])).toEqual({
      code: 2,
      said: '',
      complained: '--patients takes a whole number from 1 to 5,000,000, not "-1".\n',
    });
  });

  it('when its port is taken, before it has made anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const data = path.join(folder, 'never-made');
    expect(await start(['--data', data, '--port', String(port)])).toEqual({
      code: 1,
      said: '',
      complained: `Port ${port} is in use by another program; stop that one, or choose another with --port.\n`,
    });
    expect(existsSync(data)).toBe(false);
    other.close();
  });

  it('when the database does not answer, without the password of its address', async () => {
    const silent = readyDatabase('postgres://me:secret@127.0.0.1:9/bills', quietly);
    await expect(silent).rejects.toThrow(
      new RefusedByDatabase(
        'The database on 127.0.0.1:9 cannot be used (ECONNREFUSED); check that it runs and listens there.',
      ),
    );
  });

  it('when there is no such database on the server, or its user is not let in', async () => {
    const asOther = async (change: (url: URL) => void) => {
      const url = new URL(inject('templateUrl'));
      change(url);
      return readyDatabase(url.href, quietly).catch(error => error.message);
    };
    expect(
      await asOther(url => {
        url.pathname = '/nowhere';
      }),
    ).toMatch(/cannot be used \(3D000\); create the database first\.$/);
    expect(
      await asOther(url => {
        url.password = 'wrong';
      }),
    ).toMatch(/cannot be used \(28P01\); check the user and the password\.$/);
  });
});

describe('the data folder', () => {
  it('that is a file is named, with what to do, and the file stays', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, 'somebody’s notes');
    await expect(readSecrets(file)).rejects.toThrow(
      `The data folder ${file} is not a folder; move the file of that name away, or choose another with --data (EEXIST).`,
    );
    expect(await readFile(file, 'utf8')).toBe('somebody’s notes');
  });

  const mayWriteAnywhere = process.getuid?.() === 0 || process.platform === 'win32';
  it.skipIf(mayWriteAnywhere)('that may not be written is named, with what to do', async () => {
    const shut = await mkdtemp(path.join(folder, 'shut-'));
    await chmod(shut, 0o500);
    await expect(readSecrets(shut)).rejects.toThrow(
      `The data folder ${shut} may not be written by this user; make it writable, or choose another with --data (EACCES).`,
    );
  });

  it('whose secrets are damaged keeps them as they are', async () => {
    const damaged = await mkdtemp(path.join(folder, 'damaged-'));
    await writeFile(path.join(damaged, 'secrets.json'), '{"fingerprintKey":');
    await expect(readSecrets(damaged)).rejects.toThrow(/put the file back as it was/);
  });

  it('of before there was a vault gets its key once, and keeps the secrets it had', async () => {
    const { vaultKey: _, ...before } = newSecrets();
    const old = await mkdtemp(path.join(folder, 'old-'));
    await writeFile(path.join(old, 'secrets.json'), JSON.stringify(before));
    const [one, other] = await Promise.all([readSecrets(old), readSecrets(old)]);
    expect(one).toMatchObject(before);
    expect(one.vaultKey.length).toBeGreaterThan(32);
    expect(other).toEqual(one);
  });

  it('gets its secrets once, also from two that start at the same time', async () => {
    const fresh = path.join(folder, 'fresh');
    const [one, other] = await Promise.all([readSecrets(fresh), readSecrets(fresh)]);
    expect(one).toEqual(other);
    expect(await readSecrets(fresh)).toEqual(one);
  });
});

describe('an empty database that DATABASE_URL names', () => {
  it('stays empty, until made-up patients are asked for', async () => {
    const { databaseUrl, drop } = await copyTemplate();
    const pool = openPool(databaseUrl, 1);
    const client = await pool.connect();
    await emptyDatabase(client);
    client.release();
    const patients = async () => (await pool.query('SELECT FROM patient')).rowCount;

    const unasked = await start(['--data', folder], { DATABASE_URL: databaseUrl });
    expect(unasked).toMatchObject({ code: 0, complained: '' });
    expect(unasked.said).toContain('--patients N fills it');
    expect(await patients()).toBe(0);

    await readyDatabase(databaseUrl, { ...quietly, patients: 40 });
    expect(await patients()).toBe(40);
    await pool.end();
    await drop();
  });
});
