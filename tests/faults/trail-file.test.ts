import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { type HeldStream, openHeldStream } from '#tests/support/held-stream.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const LINES_FIRST = 500;
const patience = { timeout: 30_000 };
const password = 'sandbox-only';

let data: string;
let backend: TestBackend;
let line: HeldStream;
let desk: TestDesk;
let folder: string;
let place: string;
/** What happens while somebody chooses a place. */
let meanwhile: () => Promise<unknown>;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  const audit = { key: newAuditKey(), folder: data, sealEveryMs: 50 };
  backend = await startTestBackend({ audit });
  await backend.pool.query(
    `SELECT audit_event('thing_done', now(), 'succeeded', NULL, NULL, NULL, NULL, NULL, 'thing', repeat('thing ', 20) || n, NULL)
     FROM generate_series(1, 3000) AS n`,
  );
  const unsealed = `SELECT FROM audit_record WHERE NOT EXISTS (
    SELECT FROM audit_link WHERE audit_link.number = audit_record.number)`;
  await vi.waitFor(async () => {
    expect((await backend.pool.query(unsealed)).rowCount).toBe(0);
  }, patience);
});
afterAll(async () => {
  await backend.stop();
  rmSync(data, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-export-'));
  place = join(folder, 'trail.jsonl');
  meanwhile = async () => undefined;
  line = await openHeldStream(backend.url, LINES_FIRST);
  desk = startTestDesk(line.url, {
    choosePlace: async () => {
      await meanwhile();
      return place;
    },
  });
  await desk.value('session.signIn', { userId: 's.lindqvist', password });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  rmSync(folder, { recursive: true, force: true });
});

const save = () => desk.ask('trail.export', null);
const halfAFile = [expect.stringMatching(/^\..*\.part$/)];

test.each([
  ['locked', 'session.lock'],
  ['left', 'session.signOut'],
] as const)('a desk that is %s in the middle keeps nothing of the trail', async (_, call) => {
  const reply = save();
  await expect.poll(() => line.held(), patience).toBe(1);
  await expect.poll(() => readdirSync(folder), patience).toEqual(halfAFile);
  await desk.value(call, null);
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  expect(await reply).toMatchObject({ ok: false, reason: 'export_locked' });
});

test('whoever is locked out while they choose a place, and comes back, has no file', async () => {
  meanwhile = async () => {
    await desk.value('session.lock', null);
    await desk.value('session.unlock', { password });
  };
  expect(await save()).toMatchObject({ ok: false, reason: 'export_locked' });
  expect(readdirSync(folder)).toEqual([]);
});

test('what somebody laid a link to is not written into, beside the file or in its place', async () => {
  const theirs = join(folder, 'theirs.txt');
  writeFileSync(theirs, 'not to be touched');
  for (const link of [`${place}.part`, place]) symlinkSync(theirs, link);
  line.release();
  const reply = save();
  await expect.poll(() => line.held(), patience).toBe(1);
  line.release();
  expect(await reply).toMatchObject({ ok: true, value: { saved: { path: place } } });
  expect(readFileSync(theirs, 'utf8')).toBe('not to be touched');
  expect(lstatSync(place).isSymbolicLink()).toBe(false);
});

test('where a folder stands, nothing is written, and the folder stays', async () => {
  mkdirSync(place);
  writeFileSync(join(place, 'within.txt'), 'x');
  const reply = save();
  await expect.poll(() => line.held(), patience).toBe(1);
  line.release();
  expect(await reply).toMatchObject({ ok: false, reason: 'export_not_written' });
  expect(readdirSync(folder)).toEqual(['trail.jsonl']);
  expect(readdirSync(place)).toEqual(['within.txt']);
});

const child = join(import.meta.dirname, '../support/exporting-child.ts');
const takeIn = (url: string, home: string, limit = 'unlimited'): ChildProcess =>
  spawn(
    'sh',
    [
      '-c',
      `ulimit -f ${limit} && exec "$@"`,
      'sh',
      process.execPath,
      child,
      url,
      home,
      folder,
      'trail',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

test('a disk that takes no more in the middle is said, and the file that was there stays as it was', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const [older] = [`audit-trail-${new Date().toISOString().slice(0, 10)}.jsonl`];
  writeFileSync(join(folder, older), 'an older export');
  const short = takeIn(backend.url, home, '800');
  const said = JSON.parse(await text(short.stdout as NonNullable<typeof short.stdout>));
  expect(said).toMatchObject({ ok: false, reason: 'export_disk_full' });
  expect(said.message).toMatch(/^There is not enough room on that disk.*\.$/);
  expect(readdirSync(folder)).toEqual([older]);
  expect(readFileSync(join(folder, older), 'utf8')).toBe('an older export');
  rmSync(home, { recursive: true, force: true });
});

test('a desk that is killed in the middle of the trail tidies up at its next start', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const killed = takeIn(line.url, home);
  await expect.poll(() => line.held(), patience).toBe(1);
  await expect.poll(() => readdirSync(folder), patience).toEqual(halfAFile);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(readdirSync(folder)).toEqual(halfAFile);
  const again = startTestDesk(backend.url, { folder: home });
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  await again.stop();
  rmSync(home, { recursive: true, force: true });
});
