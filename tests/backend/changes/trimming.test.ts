import { afterAll, beforeAll, expect, it } from 'vitest';
import { trimLog } from '#backend/changes/trim.ts';
import { connect, type Database } from '#backend/database/connect.ts';
import { personas } from '#backend/seed/personas.ts';
import { type FeedDesk, feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const DAY_MS = 24 * 3_600_000;

let backend: TestBackend;
let db: Database;
beforeAll(async () => {
  backend = await startTestBackend({ trimEveryMs: 3_600_000 });
  db = connect(backend.pool);
});
afterAll(() => backend.stop());

const rename = (name: string) =>
  backend.pool.query('UPDATE guarantor SET family_name = $2 WHERE guarantor_id = $1', [
    personas.marisol.guarantorId,
    name,
  ]);
const entries = async () =>
  (await backend.pool.query('SELECT count(*)::int AS count FROM change')).rows[0].count;

/** Somebody who stays signed in for all the days that pass. */
async function deskForLong(): Promise<FeedDesk> {
  const user = await backend.signIn();
  await backend.pool.query("UPDATE session SET expires_at = '2100-01-01'");
  const desk = feedDesk(backend.url, user);
  await desk.follow();
  return desk;
}

const refused = { ok: false, problem: { code: 'cursor_refused' } };

/** Marks and trims as the job does each hour, until what was settled before now is old enough. */
async function passDays(days: number): Promise<number> {
  let removed = 0;
  for (let day = 0; day < days; day += 1) {
    backend.later(DAY_MS);
    removed += await trimLog(db, backend.now());
  }
  return removed;
}

/** Until the feed has shown it, and so everything before it is settled in the whole cluster. */
async function shownTo(desk: FeedDesk, name: string): Promise<void> {
  await expect
    .poll(async () => {
      await desk.follow();
      return desk.rows.get(`guarantor ${personas.marisol.guarantorId}`);
    })
    .toMatchObject({ name: expect.stringContaining(name) });
}

it('entries go after two weeks; a desk that asked since goes on, one that did not pulls again', async () => {
  const [away, here] = [await deskForLong(), await deskForLong()];
  await backend.pool.query("UPDATE charge SET description = description || '.'");
  await rename('Old');
  const before = await entries();
  expect(before).toBeGreaterThan(1);
  await shownTo(here, 'Old');
  expect(await passDays(13)).toBe(0);
  expect(await away.ask(away.cursor)).toMatchObject({ ok: true });
  await here.follow();
  expect(await passDays(3)).toBe(before);
  expect(await entries()).toBe(0);
  expect(await here.ask(here.cursor)).toMatchObject({ ok: true });
  expect(await away.ask(away.cursor)).toMatchObject(refused);
});

it('a log that was restored from another cluster’s dump is begun anew instead of refusing everybody', async () => {
  const desk = feedDesk(backend.url, await backend.signIn());
  await desk.follow();
  await rename('Dumped');
  await backend.pool.query("UPDATE change_feed SET floor = '9000000000000'");
  expect(await desk.ask(desk.cursor)).toMatchObject({ ok: false });
  await trimLog(db, backend.now());
  expect(await entries()).toBe(0);
  const anew = feedDesk(backend.url, await backend.signIn());
  expect(await anew.follow()).toMatchObject({ phase: 'changes' });
});
