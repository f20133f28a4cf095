import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connectForWriting } from '#db/open.ts';
import { whatIsWritten } from '#tests/support/desk-writes.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
import { chargeOf, familyOf, mrnOf } from '#tools/bench/made-up-families.ts';
import { countIn, deskOn, feedOf, hurried, key, phaseOf, syncOf } from './sync-desk.ts';

const FAMILIES = 60;

let desk: TestDesk;
let written: unknown;

afterEach(() => {
  expect(whatIsWritten(desk)).toEqual(written);
});

const find = { by: 'mrn', mrn: mrnOf(3) as never } as const;
const callIsServed = async () =>
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });

test('a file that is damaged while it is in use is thrown away and pulled again', async () => {
  const feed = await feedOf(FAMILIES);
  desk = await deskOn(feed);
  await expect.poll(() => phaseOf(desk)).toBe('current');
  await callIsServed();
  written = whatIsWritten(desk);
  const path = join(desk.folder, 'cache.db');
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
  closeSync(file);
  // The next change makes every connection read the file again.
  feed.log.push(chargeOf(7, 9));
  feed.say('changed');
  await expect.poll(() => desk.desk.records.find(find)).toBeUndefined();
  await expect.poll(() => feed.asked.filter(each => each.since === null).length).toBe(2);
  await expect.poll(() => phaseOf(desk)).toBe('current');
  expect(countIn(desk, 'charge')).toBe(2 * FAMILIES + 1);
  expect(await desk.value('patients.find', find)).toMatchObject({ source: 'copy' });
});

test('a file that may not grow is named, the desk goes on, and nothing of a page is half there', async () => {
  const feed = await feedOf(FAMILIES);
  desk = await deskOn(feed, { pace: { ...hurried, mostBytes: 110_000 } });
  await expect.poll(async () => (await syncOf(desk)).trouble).toBe('disk_full');
  expect(await phaseOf(desk)).toBe('behind');
  await callIsServed();
  written = whatIsWritten(desk);
  expect(countIn(desk, 'charge')).toBe(2 * countIn(desk, 'guarantor'));
});

test('a file that somebody else holds is waited for', async () => {
  const feed = await feedOf(FAMILIES);
  desk = await deskOn(feed);
  await expect.poll(() => phaseOf(desk)).toBe('current');
  await callIsServed();
  written = whatIsWritten(desk);
  const other = connectForWriting({ path: join(desk.folder, 'cache.db'), key, migrations: '' });
  other.exec('BEGIN IMMEDIATE');
  feed.log.push(chargeOf(7, 9));
  feed.say('changed');
  await expect.poll(async () => (await syncOf(desk)).trouble).toBe('file_busy');
  expect(await desk.value('patients.find', find)).toMatchObject({ source: 'copy' });
  other.exec('ROLLBACK');
  other.close();
  await expect.poll(() => countIn(desk, 'charge')).toBe(2 * FAMILIES + 1);
  await expect.poll(async () => (await syncOf(desk)).trouble).toBeNull();
});

test('a full copy keeps whom it has up to date and leaves the others to the backend', async () => {
  const feed = await feedOf(FAMILIES);
  desk = await deskOn(feed, { pace: { ...hurried, mostRows: 200 } });
  await expect.poll(() => phaseOf(desk)).toBe('full');
  written = whatIsWritten(desk);
  const here = countIn(desk, 'guarantor');
  expect(here).toBeGreaterThan(20);
  expect(here).toBeLessThan(40);
  feed.log.push(chargeOf(1, 9), chargeOf(FAMILIES, 9), ...familyOf(FAMILIES + 1));
  feed.say('changed');
  await expect.poll(() => countIn(desk, 'charge')).toBe(2 * here + 1);
  expect(countIn(desk, 'guarantor')).toBe(here);
  expect(await phaseOf(desk)).toBe('full');
});
