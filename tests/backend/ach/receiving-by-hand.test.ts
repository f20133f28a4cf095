import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let folder: string;
let key: string;
let text: string;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  folder = await mkdtemp(path.join(tmpdir(), 'remit-receive-'));
  await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(backend.secrets));
  key = await debit(backend, personas.marisol, 10_000, '70031842977703', '2026-11-24');
  backend.moveTo('2026-11-24T17:05-08:00');
  const ach = achOf(backend);
  await originateAch(ach);
  backend.moveTo('2026-11-25T09:00-05:00');
  text = (await ach.bank.collect())[0]?.text ?? '';
  await ach.end();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await backend.stop();
});

function receive(input: string) {
  const words = ['backend/ach/receive-command.ts', '-', '--data', folder];
  const env = { ...process.env, DATABASE_URL: backend.databaseUrl };
  const cwd = path.resolve(import.meta.dirname, '../../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, env, input });
  return { status, said: `${stdout}${stderr}`.trim() };
}

it('a file is taken by hand: refused with its lines, applied, and known when it comes again', async () => {
  const spoilt = text.replace('799R03', '799R99');
  expect(receive(spoilt)).toEqual({ status: 1, said: 'line 4: There is no return code "R99".' });
  expect(await stateOf(backend.pool, key)).toBe('originated');
  expect(receive(text)).toEqual({ status: 0, said: 'applied: 1 returns, 0 notices of change' });
  expect(await stateOf(backend.pool, key)).toBe('returned');
  expect(receive(text)).toEqual({
    status: 0,
    said: 'The same file was applied before; nothing changed.',
  });
});
