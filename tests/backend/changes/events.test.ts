import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { RunningBackend } from '#backend/start.ts';
import { type EventStream, listenAs } from '#tests/support/event-stream.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let other: RunningBackend;
const streams: EventStream[] = [];
beforeAll(async () => {
  backend = await startTestBackend({ beatEveryMs: 200, report: () => undefined });
  other = await backend.startAnother();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => backend.stop());

async function listen(url: string, token: string): Promise<EventStream> {
  const stream = await listenAs(url, token);
  streams.push(stream);
  return stream;
}

const rename = (name: string) =>
  backend.pool.query('UPDATE guarantor SET family_name = $2 WHERE guarantor_id = $1', [
    personas.marisol.guarantorId,
    name,
  ]);

/** Until nothing has come for a while, so that what comes next comes from what is done next. */
async function quiet(...those: EventStream[]): Promise<void> {
  const count = () => those.reduce((sum, { heard }) => sum + heard.length, 0);
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise(resolve => setTimeout(resolve, 700));
  }
  for (const { heard } of those) heard.length = 0;
}

describe('the events', () => {
  it('begin with the word to ask, and go on with comments', async () => {
    const { session } = await backend.signIn();
    const stream = await listen(backend.url, session.token);
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    await expect.poll(() => stream.heard[0]).toBe('changed');
    await expect.poll(() => stream.beats()).toBeGreaterThan(1);
  });

  it('are for people who are signed in and speak the protocol', async () => {
    const { session } = await backend.signIn();
    expect((await listenAs(backend.url)).status).toBe(401);
    expect((await listenAs(backend.url, session.workstationToken)).status).toBe(403);
    expect((await listenAs(backend.url, session.token, 2)).status).toBe(426);
  });

  it('tell every server’s desks of a change in their regions, and no others, without a flood', async () => {
    await backend.pool.query("UPDATE user_account SET regions = '{HI}' WHERE user_id = 'c.okafor'");
    await backend.pool.query("UPDATE guarantor SET region = 'NCAL' WHERE guarantor_id = $1", [
      personas.marisol.guarantorId,
    ]);
    const [here, elsewhere] = await Promise.all([backend.signIn(), backend.signIn('c.okafor')]);
    const mine = await listen(backend.url, here.session.token);
    const beside = await listen(other.url, here.session.token);
    const theirs = await listen(other.url, elsewhere.session.token);
    await quiet(mine, beside, theirs);
    const startedAt = performance.now();
    for (let count = 0; count < 200; count += 1) await rename(`Name${count}`);
    for (const stream of [mine, beside])
      await expect.poll(() => stream.heard.length).toBeGreaterThan(0);
    await quiet();
    const seconds = (performance.now() - startedAt) / 1_000;
    for (const { heard } of [mine, beside]) {
      expect(new Set(heard)).toEqual(new Set(['changed']));
      expect(heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    }
    expect(theirs.heard).toEqual([]);
  });

  it('tell of a change when the feed shows it, not while an earlier one is still open', async () => {
    const { session } = await backend.signIn();
    const stream = await listen(backend.url, session.token);
    const holder = await backend.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_current_xact_id()');
    await quiet(stream);
    await rename('Waiting');
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(stream.heard).toEqual([]);
    await holder.query('COMMIT');
    holder.release();
    await expect.poll(() => stream.heard).toContain('changed');
  });

  it('tell the workstation that it must forget, whichever server it listens at', async () => {
    const supervisor = await backend.signIn('s.lindqvist');
    const [told, untold] = await Promise.all([backend.signIn(), backend.signIn()]);
    const mine = await listen(other.url, told.session.token);
    const theirs = await listen(other.url, untold.session.token);
    await quiet(mine, theirs);
    const params = { workstationId: told.workstationId };
    await supervisor.value('wipeWorkstation', { params, body: { reason: 'was stolen' } });
    await expect.poll(() => mine.heard).toContain('wipe');
    expect(theirs.heard).not.toContain('wipe');
  });

  it('end when the user signs out, when their regions change and when the session is over', async () => {
    const [leaving, staying, changed] = await Promise.all([
      backend.signIn(),
      backend.signIn('s.lindqvist'),
      backend.signIn('c.okafor'),
    ]);
    const [left, stayed, moved] = await Promise.all(
      [leaving, staying, changed].map(({ session }) => listen(other.url, session.token)),
    );
    await leaving.value('signOut', {});
    await left?.ended;
    expect(left?.heard.at(-1)).toBe('session');
    await backend.pool.query("UPDATE user_account SET regions = '{GA}' WHERE user_id = 'c.okafor'");
    await moved?.ended;
    expect(moved?.heard.at(-1)).toBe('session');
    expect(stayed?.hasEnded()).toBe(false);
    await backend.pool.query(
      "UPDATE session SET expires_at = begun_at + interval '1 second' WHERE user_id = 's.lindqvist'",
    );
    backend.later(5_000);
    await stayed?.ended;
    expect(stayed?.heard.at(-1)).toBe('session');
  });

  it('of a workstation are two at most; the oldest ends', async () => {
    const { session } = await backend.signIn();
    const [first, second] = [
      await listen(backend.url, session.token),
      await listen(backend.url, session.token),
    ];
    const third = await listen(backend.url, session.token);
    await first?.ended;
    await quiet(second, third);
    expect([second, third].map(stream => stream.hasEnded())).toEqual([false, false]);
  });
});

describe('when the server loses what it listens on', () => {
  it('it listens anew, tells everybody to ask, and turns out who left meanwhile', async () => {
    const [leaving, staying] = await Promise.all([backend.signIn(), backend.signIn()]);
    const [left, stayed] = await Promise.all(
      [leaving, staying].map(({ session }) => listen(backend.url, session.token)),
    );
    await quiet(...[left, stayed].filter(stream => stream !== undefined));
    const client = new pg.Client({ connectionString: backend.databaseUrl });
    await client.connect();
    const cut = await client.query(
      `SELECT pg_terminate_backend(pid) AS happened FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN remit_desk'`,
    );
    expect(cut.rows).toEqual([{ happened: true }, { happened: true }]);
    await client.end();
    await leaving.value('signOut', {});
    await left?.ended;
    await expect.poll(() => stayed?.heard).toContain('changed');
    const supervisor = await backend.signIn('s.lindqvist');
    const params = { workstationId: staying.workstationId };
    await expect
      .poll(async () => {
        await supervisor.value('wipeWorkstation', { params, body: { reason: 'to be heard' } });
        return stayed?.heard;
      })
      .toContain('wipe');
  });
});

it('a backend that is stopped ends its streams at once', async () => {
  const third = await backend.startAnother();
  const { session } = await backend.signIn();
  const stream = await listen(third.url, session.token);
  const stoppedAt = performance.now();
  await third.stop();
  await stream.ended;
  expect(performance.now() - stoppedAt).toBeLessThan(5_000);
});
