import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import type { Fault, FeedServer } from '#tests/support/feed-server.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
import { chargeOf, familyOf, mrnOf, uuidOf } from '#tools/bench/made-up-families.ts';
import { countIn, cursorOf, deskOn, feedOf, phaseOf, syncOf } from './sync-desk.ts';

const FAMILIES = 40;
const CHARGES = 2 * FAMILIES;

let feed: FeedServer;
let desk: TestDesk;
let written: unknown;

beforeEach(async () => {
  feed = await feedOf(FAMILIES);
});
afterEach(() => {
  expect(whatIsWritten(desk)).toEqual(written);
});

async function start(): Promise<void> {
  desk = await deskOn(feed);
  written = whatIsWritten(desk);
}

async function pulled(): Promise<void> {
  await expect.poll(() => phaseOf(desk)).toBe('current');
}

/** The first page comes with one more change. */
function slipIn(change: unknown): void {
  feed.faults.push({
    kind: 'body',
    make: page => ({ ...page, changes: [change, ...page.changes] }),
  });
}

const withoutAmount = () => {
  const { openCents: _, ...row } = chargeOf(1, 9).row as Record<string, unknown>;
  return { ...chargeOf(1, 9), row };
};

const changed = (row: object) => ({ ...chargeOf(1, 9), row: { ...chargeOf(1, 9).row, ...row } });

/** Gives a page as it is, and keeps it. */
function remembered(pages: ChangesPage[]): Fault {
  return {
    kind: 'body',
    make(page) {
      pages.push(page);
      return page;
    },
  };
}

describe('of a page the good is kept, and the bad is left out and named', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'an entity nobody has heard of',
      () => ({ entity: 'lien', id: 'L-1', guarantorId: '300000001', row: { a: 1 } }),
      /^lien L-1: unknown entity$/,
    ],
    ['a row without one of its fields', withoutAmount, /^charge \S+: row.openCents invalid_type$/],
    [
      'an amount that is a text',
      () => changed({ openCents: '40.00' }),
      /^charge \S+: row.openCents invalid_type$/,
    ],
    ['half a cent', () => changed({ openCents: 0.5 }), /^charge \S+: row.openCents/],
    [
      'a day that is none',
      () => changed({ servicedOn: '2026-02-30' }),
      /^charge \S+: row.servicedOn/,
    ],
    [
      'a row that is another than it says',
      () => ({ ...chargeOf(1, 9), id: uuidOf(2, 5) }),
      /another row/,
    ],
    [
      'somebody else’s row',
      () => ({ ...chargeOf(1, 9), guarantorId: '300000002' }),
      /another row than it says$/,
    ],
    ['no object at all', () => 'charge', /^\? \?: unknown entity$/],
    ['nothing', () => null, /^\? \?: unknown entity$/],
    [
      'a name of an entity that is somebody’s',
      () => ({ entity: 'Marisol Vega', id: '1962-03-14 Oakland', guarantorId: '', row: null }),
      /^\? \?: unknown entity$/,
    ],
  ])('%s', async (_, change, name) => {
    slipIn(change());
    await start();
    await pulled();
    const { refused } = await syncOf(desk);
    expect(refused).toEqual({ count: 1, last: expect.stringMatching(name) });
    expect(countIn(desk, 'charge')).toBe(CHARGES);
  });
});

test('what comes in the wrong order is the same when all of it has come', async () => {
  feed.pull.reverse();
  await start();
  await pulled();
  expect(await syncOf(desk)).toMatchObject({ refused: { count: 0 } });
  expect([countIn(desk, 'guarantor'), countIn(desk, 'charge')]).toEqual([FAMILIES, CHARGES]);
  const found = await desk.value('patients.find', { by: 'mrn', mrn: mrnOf(3) as never });
  expect(found).toMatchObject({ source: 'copy', patients: [{ mrn: mrnOf(3) }] });
});

test('a page that comes again is passed over, and the pull goes on from where it was', async () => {
  const pages: ChangesPage[] = [];
  feed.faults.push(remembered(pages), remembered(pages), { kind: 'body', make: () => pages[0] });
  await start();
  await pulled();
  expect(pages).toHaveLength(2);
  expect((await syncOf(desk)).refused).toEqual({
    count: 1,
    last: 'page: does not begin where the copy ends',
  });
  expect(countIn(desk, 'charge')).toBe(CHARGES);
});

test('the same changes twice change nothing the second time', async () => {
  await start();
  await pulled();
  feed.log.push(...familyOf(3), ...familyOf(3));
  feed.say('changed');
  await expect.poll(() => cursorOf(desk)).toMatch(/c\.14$/);
  expect(countIn(desk, 'charge')).toBe(CHARGES);
});

describe('an answer that is no page is asked for again, and nothing of it is kept', () => {
  test.each<[string, Fault]>([
    ['half a page', { kind: 'half' }],
    ['no answer', { kind: 'reset' }],
    ['broken JSON', { kind: 'body', make: page => JSON.stringify(page).slice(0, -40) }],
    ['a web page', { kind: 'body', make: () => '<!doctype html><title>Log in</title>' }],
    ['an empty body', { kind: 'body', make: () => '' }],
    ['a list', { kind: 'body', make: page => page.changes }],
    ['a page without its cursor', { kind: 'body', make: ({ next: _, ...page }) => page }],
    ['a page that counts backwards', { kind: 'body', make: page => ({ ...page, done: -1 }) }],
    ['a page of no version', { kind: 'body', make: page => ({ ...page, feedVersion: 0 }) }],
    [
      'more changes than a page may have',
      { kind: 'body', make: page => ({ ...page, changes: Array(20_001).fill(null) }) },
    ],
  ])('%s', async (_, fault) => {
    feed.faults.push({ kind: 'body', make: page => page }, fault);
    await start();
    await pulled();
    expect(feed.faults).toEqual([]);
    const [, second, third] = feed.asked;
    expect(second?.since).not.toBeNull();
    expect(third?.since).toBe(second?.since);
    expect((await syncOf(desk)).refused.count).toBe(0);
    expect(countIn(desk, 'charge')).toBe(CHARGES);
  });
});

test('an older server that has no feed leaves the desk without a copy and with everything else', async () => {
  feed.always = { kind: 'problem', code: 'not_found' };
  await start();
  await expect.poll(() => phaseOf(desk)).toBe('behind');
  const find = { by: 'mrn', mrn: mrnOf(3) as never } as const;
  expectRefused(await desk.ask('patients.find', find), 'unavailable');
  feed.always = undefined;
  await pulled();
});

test('rows newer than this desk leave the copy as it is, and it says so until they are understood', async () => {
  await start();
  await pulled();
  const before = cursorOf(desk);
  feed.log.push(chargeOf(1, 9));
  feed.always = { kind: 'body', make: page => ({ ...page, feedVersion: 2, changes: 'otherwise' }) };
  await expect.poll(() => phaseOf(desk)).toBe('other_version');
  expect(cursorOf(desk)).toBe(before);
  expect(await desk.value('patients.find', { by: 'mrn', mrn: mrnOf(3) as never })).toMatchObject({
    source: 'copy',
  });
  feed.always = undefined;
  await pulled();
  expect(countIn(desk, 'charge')).toBe(CHARGES + 1);
});

test('a cursor of another database makes the copy begin anew', async () => {
  await start();
  await pulled();
  feed.database = 'db2';
  const kept = feed.pull.filter((each: Change) => each.guarantorId !== '300000001');
  feed.pull = kept;
  await expect.poll(() => cursorOf(desk)).toMatch(/^db2\.c/);
  await pulled();
  expect(countIn(desk, 'guarantor')).toBe(FAMILIES - 1);
});

test('a feed that goes in circles is tried anew once, and then left alone and named', async () => {
  await start();
  await pulled();
  feed.log.push(chargeOf(1, 9));
  feed.always = {
    kind: 'body',
    make: page => ({ ...page, next: page.since ?? page.next, more: true }),
  };
  await expect.poll(async () => (await syncOf(desk)).trouble).toBe('feed_in_circles');
  expect(await syncOf(desk)).toMatchObject({
    phase: 'behind',
    refused: { last: 'page: leads nowhere new' },
  });
  // Once with the copy it had, and once from the beginning.
  expect(feed.asked.filter(each => each.since === null)).toHaveLength(2);
  feed.always = undefined;
  await pulled();
  expect(await syncOf(desk)).toMatchObject({ trouble: null });
  expect(countIn(desk, 'charge')).toBe(CHARGES + 1);
});

test('a feed that goes backwards is noticed by a cursor that comes a second time', async () => {
  const pages: ChangesPage[] = [];
  const back: Fault = { kind: 'body', make: page => ({ ...page, next: pages[0]?.next }) };
  feed.faults.push(remembered(pages), remembered(pages), back);
  await start();
  await pulled();
  expect(feed.faults).toEqual([]);
  expect((await syncOf(desk)).refused).toEqual({ count: 1, last: 'page: leads nowhere new' });
  expect(countIn(desk, 'charge')).toBe(CHARGES);
});

test('a backend that says when to come back is not asked before', async () => {
  feed.faults.push({ kind: 'problem', code: 'too_many_requests', retryAfterSeconds: 1 });
  await start();
  await expect.poll(() => phaseOf(desk)).toBe('behind');
  await pulled();
  const [first, second] = feed.asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
});
