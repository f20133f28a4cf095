import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';
import { type FeedDesk, feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let desk: FeedDesk;
const open: pg.PoolClient[] = [];
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  desk = feedDesk(backend.url, await backend.signIn());
  await desk.follow();
});
afterEach(async () => {
  for (const client of open.splice(0)) {
    await client.query('ROLLBACK');
    client.release();
  }
});
afterAll(() => backend.stop());

const rename = 'UPDATE guarantor SET family_name = $2 WHERE guarantor_id = $1';
const early = personas.marisol.guarantorId;
const late = personas.dmitri.guarantorId;

/** A transaction that has its number and its change, and does not end. */
async function heldOpen(guarantorId: string, name: string): Promise<pg.PoolClient> {
  const client = await backend.pool.connect();
  open.push(client);
  await client.query('BEGIN');
  await client.query(rename, [guarantorId, name]);
  return client;
}

async function end(client: pg.PoolClient, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await client.query(how);
  open.splice(open.indexOf(client), 1);
  client.release();
}

async function numberOf(guarantorId: string): Promise<bigint> {
  const { rows } = await backend.pool.query(
    'SELECT max(xid::text::bigint)::text AS xid FROM change WHERE guarantor_id = $1',
    [guarantorId],
  );
  return BigInt(rows[0].xid);
}

const namesOn = (pages: readonly ChangesPage[]) =>
  pages.flatMap(({ changes }) =>
    changes.map(({ row }) => (row && 'name' in row ? row.name.split(' ').at(-1) : null)),
  );

/** Other databases of the cluster hold numbers too; what comes comes when they are done. */
async function untilHeard(count: number): Promise<ChangesPage[]> {
  const from = desk.pages.length;
  await expect
    .poll(async () => {
      await desk.follow();
      return namesOn(desk.pages.slice(from)).length;
    })
    .toBe(count);
  return desk.pages.slice(from);
}

it('a change that commits late is not stepped over by those with a larger number', async () => {
  const holder = await heldOpen(early, 'Earlier');
  await backend.pool.query(rename, [late, 'Later']);
  const shown = await Promise.all([1, 2, 3].map(() => desk.follow()));
  expect(namesOn(shown)).toEqual([]);
  // The page does not claim more than it shows, although the later one is settled.
  const begun = await backend.pool.query(
    'SELECT min(xact_start) AS at FROM pg_stat_activity WHERE backend_xid IS NOT NULL',
  );
  expect(Date.parse(String(shown.at(-1)?.asOf))).toBeLessThanOrEqual(
    Date.parse(begun.rows[0].at) + 5,
  );

  await end(holder, 'COMMIT');
  expect(await numberOf(early)).toBeLessThan(await numberOf(late));
  expect(namesOn(await untilHeard(2)).sort()).toEqual(['Earlier', 'Later']);
});

it('shows what waited in the order of its numbers, however small the steps', async () => {
  const holder = await heldOpen(early, 'First');
  for (const name of ['Second', 'Third']) await backend.pool.query(rename, [late, name]);
  expect(namesOn([await desk.follow()])).toEqual([]);
  await end(holder, 'COMMIT');
  const pages = await untilHeard(2);
  expect(namesOn(pages).sort()).toEqual(['First', 'Third']);
  expect((await desk.follow()).changes).toEqual([]);
});

it('one that is rolled back holds the feed up as long as it is open, and is never shown', async () => {
  const holder = await heldOpen(early, 'Never');
  await backend.pool.query(rename, [late, 'Kept']);
  expect(namesOn([await desk.follow()])).toEqual([]);
  await end(holder, 'ROLLBACK');
  expect(namesOn(await untilHeard(1))).toEqual(['Kept']);
});

it('a pull that begins while a change is open is told of it when the pull is over', async () => {
  const holder = await heldOpen(early, 'Meanwhile');
  const other = feedDesk(backend.url, await backend.signIn());
  await other.step();
  await end(holder, 'COMMIT');
  await expect
    .poll(async () => {
      await other.follow();
      return other.rows.get(`guarantor ${early}`);
    })
    .toMatchObject({ name: expect.stringContaining('Meanwhile') });
  const told = other.pages.filter(({ phase }) => phase === 'changes');
  expect(namesOn(told)).toContain('Meanwhile');
});
