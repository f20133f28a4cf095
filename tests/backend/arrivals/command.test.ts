import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { statement } from './statements.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let backend: TestBackend;
let folder: string;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  folder = mkdtempSync(path.join(tmpdir(), 'remit-wires-'));
});
afterAll(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

function wires(words: string[], database: string = backend.databaseUrl) {
  const env = { ...process.env, DATABASE_URL: database };
  const command = ['backend/arrivals/wires-command.ts', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const booked_on = '2026-01-05';

it('says what a statement brought, and the second time that it was read before', () => {
  const file = written(
    'good.csv',
    statement(
      { booked_on, amount: '312.40', remittance: 'thank you' },
      { booked_on, amount: '9.00', direction: 'debit' },
    ),
  );
  expect(wires([file])).toEqual({
    status: 0,
    stdout:
      'credits on the statement: 1, $312.40\ndebits, left alone: 1, $9.00\nmatched now: 0, $0.00\nwaiting for a supervisor: 1, $312.40\n',
    stderr: '',
  });
  const again = wires([file, '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, repeated: 1, matched: { count: 0 } });
});

it('names each fault with its line and takes nothing of it', async () => {
  const file = written(
    'bad.csv',
    statement({ booked_on, amount: '1.00' }, { booked_on, amount: '1' }),
  );
  const before = await backend.pool.query('SELECT count(*) FROM arrival');
  const { status, stdout } = wires([file]);
  expect(status).toBe(1);
  expect(stdout).toBe(
    'line 3: amount must be above zero, in dollars and cents such as 312.40\nNothing of this statement was taken; correct it and read it again.\n',
  );
  expect(JSON.parse(wires([file, '--json']).stdout)).toMatchObject({
    ok: false,
    faults: [{ line: 3 }],
  });
  expect((await backend.pool.query('SELECT count(*) FROM arrival')).rows).toEqual(before.rows);
});

it('says in one sentence what keeps it from reading at all', () => {
  expect(wires([]).stderr).toMatch(/^usage: npm run wires/);
  const none = wires([path.join(folder, 'none.csv')]);
  expect(none.status).toBe(2);
  expect(none.stderr).toMatch(/^Cannot read .*none\.csv: there is no such file\.\n$/);
  const file = written('latin.csv', '');
  writeFileSync(file, Buffer.from([0xe9, 0x0a]));
  expect(wires([file]).stderr).toMatch(/not a text file in UTF-8/);
  const good = written('good2.csv', statement({ booked_on, amount: '1.00' }));
  const away = wires([good], 'postgres://nobody:secret@127.0.0.1:9/none');
  expect(away.status).toBe(2);
  expect(away.stderr).not.toMatch(/secret|at .*\.ts/);
});

it('takes the statement of the day that a sandbox was moved to', async () => {
  const ahead = 3 * 86_400_000;
  const that = dateIn('UTC', instantOf(Date.now() + ahead));
  const file = written('moved.csv', statement({ booked_on: that, amount: '5.00' }));
  expect(wires([file]).stdout).toMatch(/a day that has not come yet/);
  const { pool } = backend;
  await pool.query('INSERT INTO sandbox_clock DEFAULT VALUES ON CONFLICT DO NOTHING');
  await pool.query('UPDATE sandbox_clock SET ahead_ms = $1', [ahead]);
  expect(wires([file])).toMatchObject({ status: 0, stderr: '' });
});
