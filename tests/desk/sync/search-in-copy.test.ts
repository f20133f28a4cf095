import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import {
  newestFirst,
  noFilters,
  type PaymentFilters,
  type SearchSort,
} from '#shared/search/payment-search.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';
import { hurried, phaseOf } from './sync-desk.ts';

const password = 'sandbox-only';
const today = dateIn('America/Los_Angeles', instantOf(Date.now()));
const ago = (days: number) => addDays(today, -days);
const oldestFirst: SearchSort = { by: 'time', direction: 'ascending' };

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  // A sixth of them were taken in the days that a copy holds: four hundred.
  await insteadOfPatients(backend, 2_400, new Date().toISOString());
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url, { pace: hurried });
  await desk.value('session.signIn', { userId: 's.lindqvist', password });
  await vi.waitFor(async () => expect(await phaseOf(desk)).toBe('current'), { timeout: 20_000 });
}, 120_000);
afterAll(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const inCopy = (some: Partial<PaymentFilters>, sort = newestFirst, at = desk) =>
  at.value('search.copied', { filters: { ...noFilters, ...some }, sort });

const covered: readonly [string, Partial<PaymentFilters>, SearchSort?][] = [
  ['everything, the newest first', {}],
  ['the last days', { from: ago(3) }],
  ['days that are over', { from: ago(60), to: ago(40) }],
  ['the oldest of some days', { from: ago(60) }, oldestFirst],
  [
    'states and methods',
    { from: ago(170), states: ['declined', 'received'], methods: ['card', 'wire'] },
  ],
  ['amounts', { from: ago(170), fromCents: 5_000, toCents: 50_000 }],
  ['a region', { from: ago(170), region: 'HI' }],
  ['a guarantor', { from: ago(178), box: '300000007' }],
  ['a bill-pay number', { from: ago(178), box: '10000000007' }],
];

test.each(covered)('by %s the copy finds what the backend finds', async (_, some, sort) => {
  const asked = { filters: { ...noFilters, ...some }, sort: sort ?? newestFirst };
  const copied = await inCopy(some, sort);
  const { payments, after } = await desk.value('search.payments', {
    ...asked,
    place: null,
    again: false,
  });
  const known = payments.map(({ takenByName: _by, stateAt: _at, ...payment }) => payment);
  expect(copied).toMatchObject({ payments: known, isAll: after === null });
});

test.each<[string, Partial<PaymentFilters>, SearchSort?]>([
  ['whoever took it', { from: ago(3), taker: 'bench.1' }],
  ['a name', { from: ago(3), box: 'family7' }],
  ['a patient', { from: ago(3), patient: '00000007' }],
  ['an exception', { from: ago(3), exception: 'unknown' }],
  ['days longer ago than it holds', { from: ago(200), to: ago(190) }],
  ['few of any day', { box: '300000007' }],
  ['the oldest of all', {}, oldestFirst],
  ['another order', { from: ago(3) }, { by: 'amount', direction: 'descending' }],
  ['what cannot be searched for', { from: ago(3), states: ['nearly'] }],
])('by %s the copy cannot know it all, and says nothing', async (_, some, sort) => {
  expect(await inCopy(some, sort)).toBeNull();
});

test('a copy that is full says nothing', async () => {
  const small = startTestDesk(backend.url, { pace: { ...hurried, mostRows: 20 } });
  try {
    await small.value('session.signIn', { userId: 's.lindqvist', password });
    await expect.poll(() => phaseOf(small), { timeout: 20_000 }).toBe('full');
    expect(await inCopy({ from: ago(3) }, newestFirst, small)).toBeNull();
  } finally {
    await small.stop();
  }
});

test('what the copy shows while the backend is away is of one’s own regions, and is handed over as looks', async () => {
  await backend.pool.query(
    `UPDATE user_account SET regions = '{HI}' WHERE user_id = 's.lindqvist'`,
  );
  const theirs = startTestDesk(line.url, { pace: hurried });
  try {
    await theirs.value('session.signIn', { userId: 's.lindqvist', password });
    await expect.poll(() => phaseOf(theirs), { timeout: 20_000 }).toBe('current');
    line.cut();
    await expect.poll(() => phaseOf(theirs), { timeout: 20_000 }).toBe('behind');
    const found = await inCopy({ from: ago(170) }, newestFirst, theirs);
    expect(found?.payments.length).toBeGreaterThan(0);
    expect(new Set(found?.payments.map(({ region }) => region))).toEqual(new Set(['HI']));
    line.mend();
    const shown = new Set(found?.payments.map(({ guarantorId }) => guarantorId.slice(1)));
    const looks = async () => {
      theirs.desk.handOver.now();
      const { rows } = await backend.pool.query(
        `SELECT mrn FROM access_event WHERE action = 'found_in_copy' AND mrn = ANY ($1)`,
        [[...shown]],
      );
      return new Set(rows.map(({ mrn }) => mrn));
    };
    await expect.poll(looks, { timeout: 20_000 }).toEqual(shown);
  } finally {
    line.mend();
    await theirs.stop();
  }
});

test('a representative may not ask the copy either', async () => {
  const other = startTestDesk(backend.url, { pace: hurried });
  try {
    await other.value('session.signIn', { userId: 'r.ames', password });
    const asked = { filters: noFilters, sort: newestFirst };
    expect(await other.ask('search.copied', asked)).toMatchObject({ reason: 'not_allowed' });
  } finally {
    await other.stop();
  }
});
