import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ExportStanding } from '#shared/desk/export-calls.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { type HeldStream, openHeldStream } from '#tests/support/held-stream.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const PAYMENTS = 5_000;
/** That it begins, and three batches of rows. */
const LINES_FIRST = 4;
const patience = { timeout: 55_000 };

let backend: TestBackend;
let line: HeldStream;
let desk: TestDesk;
let folder: string;
let place: string;
/** The whole path that somebody chooses. */
let choose: (name: string) => string;

beforeAll(async () => {
  backend = await startTestBackend();
  await insteadOfPatients(backend, PAYMENTS);
});
afterAll(() => backend.stop());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-export-'));
  place = folder;
  line = await openHeldStream(backend.url, LINES_FIRST);
  choose = name => join(place, name);
  desk = startTestDesk(line.url, { choosePlace: async name => choose(name) });
  await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  rmSync(folder, { recursive: true, force: true });
});

const filters = { filters: noFilters, sort: newestFirst };
const begin = (format: 'csv' | 'pdf' = 'csv') =>
  desk.ask('exports.begin', { list: 'payments', format, filters });
const standing = () => desk.value('exports.current', null);
const state = async () => (await standing())?.state;

/** Begins one that stands still in the middle, with rows of it on the disk. */
async function beginHeld(format: 'csv' | 'pdf' = 'csv') {
  expect(await begin(format)).toMatchObject({ ok: true, value: { begun: true } });
  await expect.poll(() => line.held(), patience).toBe(1);
  await expect.poll(async () => (await standing())?.rows, patience).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\..*\.part$/)]);
}

async function recorded() {
  const { rows } = await backend.pool.query('SELECT * FROM data_export ORDER BY at DESC LIMIT 1');
  return rows[0];
}

test.each(['csv', 'pdf'] as const)(
  'an export as %s that is stopped in the middle leaves nothing behind but its record',
  async format => {
    await beginHeld(format);
    await desk.value('exports.cancel', null);
    await expect.poll(state, patience).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
    await expect.poll(async () => (await recorded()).kept, patience).toBe('cancelled');
  },
);

test('a desk that is locked in the middle keeps nothing of the export, and says so when it is unlocked', async () => {
  await beginHeld();
  await desk.value('session.lock', null);
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect(await standing()).toMatchObject({ state: 'failed', reason: 'export_locked' });
});

test('a backend that goes away in the middle leaves no half a file', async () => {
  await beginHeld();
  line.breakOff();
  await expect.poll(state, patience).toBe('failed');
  expect(await standing()).toMatchObject({
    reason: 'export_broken',
    message: expect.stringMatching(/\.$/),
  });
  expect(readdirSync(folder)).toEqual([]);
  expect(await begin()).toMatchObject({ ok: true });
});

test('while one export is written no other begins', async () => {
  await beginHeld();
  expect(await begin()).toMatchObject({ ok: false, reason: 'export_running' });
  line.release();
  await expect.poll(state, patience).toBe('saved');
  expect(await standing()).toMatchObject({ rows: PAYMENTS });
});

test('a folder that may not be written into is said before anything is exported', async () => {
  chmodSync(folder, 0o555);
  // Whoever runs as root may write into every folder but those of the kernel.
  place = process.getuid?.() === 0 ? '/sys' : folder;
  expect(await begin()).toMatchObject({ ok: false, reason: 'export_folder_closed' });
  chmodSync(folder, 0o755);
  place = join(folder, 'gone');
  expect(await begin()).toMatchObject({ ok: false, reason: 'export_folder_gone' });
  expect(readdirSync(folder)).toEqual([]);
});

test('an export that is stopped after its last row, before it is whole, leaves nothing behind', async () => {
  const last = await openHeldStream(backend.url, 1 + PAYMENTS / 500);
  const other = startTestDesk(last.url, { choosePlace: async name => join(place, name) });
  await other.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  const shown = () => other.value('exports.current', null);
  await other.value('exports.begin', { list: 'payments', format: 'csv', filters });
  await expect.poll(() => last.held(), patience).toBe(1);
  const size = () => readdirSync(folder).map(name => statSync(join(folder, name)).size)[0] ?? 0;
  const grown = async () => {
    const before = size();
    await new Promise(resolve => setTimeout(resolve, 500));
    return before > PAYMENTS * 100 ? size() - before : undefined;
  };
  await expect.poll(grown, patience).toBe(0);
  await other.value('exports.cancel', null);
  last.release();
  await expect.poll(async () => (await shown())?.state, patience).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([]);
  await expect.poll(async () => (await recorded()).kept, patience).toBe('cancelled');
  await other.stop();
  await last.close();
});

test('a folder that is removed in the middle is said, and the desk exports again', async () => {
  await beginHeld();
  rmSync(folder, { recursive: true });
  line.release();
  await expect.poll(state, patience).toBe('failed');
  expect(await standing()).toMatchObject({ reason: 'export_folder_gone' });
  await expect.poll(async () => (await recorded()).kept, patience).toBe('not_written');
  mkdirSync(folder);
  expect(await begin()).toMatchObject({ ok: true });
});

test('a link that somebody laid in the place of the file is not followed', async () => {
  const theirs = join(folder, 'theirs.txt');
  writeFileSync(theirs, 'not to be touched');
  choose = () => join(folder, 'link.csv');
  symlinkSync(theirs, choose(''));
  expect(await begin()).toMatchObject({ ok: true });
  await expect.poll(() => line.held(), patience).toBe(1);
  line.release();
  await expect.poll(state, patience).toBe('saved');
  expect(readFileSync(theirs, 'utf8')).toBe('not to be touched');
  expect(lstatSync(choose('')).isSymbolicLink()).toBe(false);
});

test('a folder that stands in the place of the file is said before anything is exported', async () => {
  choose = () => join(folder, 'stands.csv');
  mkdirSync(choose(''));
  expect(await begin()).toMatchObject({ ok: false, reason: 'export_not_written' });
  expect(line.held()).toBe(0);
  expect(readdirSync(folder)).toEqual(['stands.csv']);
});

test('a name as long as the disk takes is taken, whatever letters it is of', async () => {
  for (const name of [
    `${'n'.repeat(251)}.csv`,
    `${'😀'.repeat(60)}.csv`,
    '-rf "$(x)" \u202evsc.csv',
  ]) {
    choose = () => join(folder, name);
    expect(await begin()).toMatchObject({ ok: true });
    await expect.poll(() => line.held(), patience).toBe(1);
    line.release();
    await expect.poll(state, patience).toBe('saved');
    expect(readdirSync(folder)).toEqual([name]);
    rmSync(choose(''));
  }
});

const child = join(import.meta.dirname, '../support/exporting-child.ts');
const exportIn = (url: string, home: string, limit = 'unlimited'): ChildProcess =>
  spawn(
    'sh',
    ['-c', `ulimit -f ${limit} && exec "$@"`, 'sh', process.execPath, child, url, home, folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

test('a disk that takes no more in the middle ends the export, and nothing of it stays', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  // In blocks of 512 or 1,024 bytes: less than the file needs, more than the journal does.
  const short = exportIn(backend.url, home, '800');
  const said = JSON.parse(
    await text(short.stdout as NonNullable<typeof short.stdout>),
  ) as ExportStanding;
  expect(said).toMatchObject({ state: 'failed', reason: 'export_disk_full' });
  expect(said.rows).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(home, { recursive: true, force: true });
});

test('a desk that is killed in the middle tidies up at its next start', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const killed = exportIn(line.url, home);
  await expect.poll(() => line.held(), patience).toBe(1);
  await expect.poll(() => readdirSync(folder), patience).toHaveLength(1);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.part$/)]);
  const again = startTestDesk(backend.url, { folder: home });
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  await again.stop();
  rmSync(home, { recursive: true, force: true });
});

test('what a killed desk left where it cannot be reached is removed once it can', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  const killed = exportIn(line.url, home);
  await expect.poll(() => line.held(), patience).toBe(1);
  await expect.poll(() => readdirSync(folder), patience).toHaveLength(1);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const unplugged = `${folder}-unplugged`;
  renameSync(folder, unplugged);
  const without = startTestDesk(backend.url, { folder: home });
  await without.desk.unfinished.tidy();
  await without.stop();
  expect(readdirSync(unplugged)).toHaveLength(1);
  renameSync(unplugged, folder);
  const again = startTestDesk(backend.url, { folder: home });
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  await again.stop();
  rmSync(home, { recursive: true, force: true });
});
