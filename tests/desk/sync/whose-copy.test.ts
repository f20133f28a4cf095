import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedServer, someUser } from '#tests/support/feed-server.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
import { chargeOf, guarantorIdOf, mrnOf } from '#tools/bench/made-up-families.ts';
import { countIn, cursorOf, deskOn, feedOf, phaseOf, syncOf } from './sync-desk.ts';

const FAMILIES = 60;

let feed: FeedServer;
let desk: TestDesk;

beforeEach(async () => {
  feed = await feedOf(FAMILIES);
  desk = await deskOn(feed);
  await expect.poll(() => phaseOf(desk)).toBe('current');
});
afterEach(() => {
  expect(feed.faults).toEqual([]);
});

const signIn = () =>
  desk.value('session.signIn', { userId: feed.user.userId, password: 'sandbox-only' });
const inCopy = () => desk.desk.records.find({ by: 'mrn', mrn: mrnOf(3) as never });

test('the same person comes back to the copy they left, and it goes on from there', async () => {
  const cursor = cursorOf(desk);
  await desk.value('session.signOut', null);
  expect(inCopy()).toBeUndefined();
  const asked = feed.asked.length;
  await signIn();
  await expect.poll(inCopy).toBeDefined();
  await expect.poll(() => feed.asked.length).toBeGreaterThan(asked);
  expect(feed.asked[asked]?.since).toBe(cursor);
});

test('while nobody is signed in nothing is asked', async () => {
  await desk.value('session.signOut', null);
  const asked = feed.asked.length;
  feed.log.push(chargeOf(1, 9));
  await new Promise(go => setTimeout(go, 500));
  expect(feed.asked).toHaveLength(asked);
  expect(feed.listeners()).toBe(0);
});

test.each([
  ['role', { role: 'supervisor' as const }],
  ['regions', { regions: ['NCAL' as const] }],
])('somebody with another %s finds nothing of what was kept before', async (_, other) => {
  await desk.value('session.signOut', null);
  feed.user = { ...someUser, ...other };
  feed.pull = feed.pull.filter(each => each.guarantorId !== guarantorIdOf(3));
  await signIn();
  expect(inCopy()).toBeUndefined();
  await expect.poll(() => phaseOf(desk)).toBe('current');
  expect(inCopy()).toBeUndefined();
  expect(countIn(desk, 'guarantor')).toBe(FAMILIES - 1);
});

test('while the desk is locked the copy goes on being kept up to date', async () => {
  await desk.value('session.lock', null);
  feed.log.push(chargeOf(1, 9));
  feed.say('changed');
  await expect.poll(() => countIn(desk, 'charge')).toBe(2 * FAMILIES + 1);
});

test('an order to forget makes the copy begin anew', async () => {
  feed.faults.push({ kind: 'problem', code: 'wipe_ordered' });
  feed.say('wipe');
  const begun = () => feed.asked.filter(each => each.since === null).length;
  await expect.poll(begun).toBeGreaterThanOrEqual(2);
  await expect.poll(() => phaseOf(desk)).toBe('current');
});

test('a full pull is interrupted, keeps what came, and goes on from there', async () => {
  feed.pageTakesMs = 60;
  await desk.value('sync.rebuild', null);
  await expect.poll(async () => (await syncOf(desk)).done, { interval: 10 }).toBeGreaterThan(10);
  await desk.value('sync.pause', null);
  await expect.poll(() => phaseOf(desk)).toBe('paused');
  const { done } = await syncOf(desk);
  expect(done).toBeLessThan(FAMILIES);
  const cursor = cursorOf(desk);
  const asked = feed.asked.length;
  await new Promise(go => setTimeout(go, 300));
  expect(feed.asked).toHaveLength(asked);
  await desk.value('sync.resume', null);
  await expect.poll(() => phaseOf(desk)).toBe('current');
  expect(feed.asked[asked]?.since).toBe(cursor);
  expect(countIn(desk, 'charge')).toBe(2 * FAMILIES);
});

test('a line of events that is cut is opened again, and what was missed is asked for', async () => {
  await expect.poll(() => feed.listeners()).toBe(1);
  feed.cutEvents();
  feed.log.push(chargeOf(1, 9));
  await expect.poll(() => feed.listeners()).toBe(1);
  await expect.poll(() => countIn(desk, 'charge')).toBe(2 * FAMILIES + 1);
});

test('a guarantor who leaves the scope takes everything of theirs along', async () => {
  const guarantorId = guarantorIdOf(3) as never;
  feed.log.push({ entity: 'guarantor', id: guarantorId, guarantorId, row: null });
  feed.say('changed');
  await expect.poll(() => countIn(desk, 'guarantor')).toBe(FAMILIES - 1);
  for (const table of ['patient', 'account', 'statement', 'payment'])
    expect(countIn(desk, table)).toBe(FAMILIES - 1);
  expect(countIn(desk, 'charge')).toBe(2 * FAMILIES - 2);
  expect(inCopy()).toBeUndefined();
});
