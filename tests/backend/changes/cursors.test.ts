import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRoute } from '#tests/support/backend-client.ts';
import { type FeedDesk, feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const read = (desk: FeedDesk) => JSON.parse(Buffer.from(desk.cursor ?? '', 'base64url').toString());

async function copied(): Promise<FeedDesk> {
  const desk = feedDesk(backend.url, await backend.signIn());
  await desk.follow();
  return desk;
}

const refusedWith = (code: string) => ({ ok: false, problem: { code } });

describe('a cursor is refused', () => {
  it('when it is of another database, though that was copied from the same one', async () => {
    const other = await startTestBackend();
    const workstationId = randomUUID();
    const here = feedDesk(backend.url, await backend.signIn('r.ames', workstationId));
    const there = feedDesk(other.url, await other.signIn('r.ames', workstationId));
    await Promise.all([here.follow(), there.follow()]);
    expect(await there.ask(here.cursor)).toMatchObject(refusedWith('cursor_refused'));
    // Not even where the copy is known there: a backup holds the trace, and yet is another database.
    const { rows } = await backend.pool.query('SELECT * FROM desk_copy WHERE copy_id = $1', [
      read(here).copy,
    ]);
    const { copy_id, feed, user_id, scope, wipes, log_from, guarantors, begun_at } = rows[0];
    await other.pool.query(
      'INSERT INTO desk_copy VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)',
      [copy_id, feed, workstationId, user_id, scope, wipes, log_from, guarantors, begun_at],
    );
    expect(await there.ask(here.cursor)).toMatchObject(refusedWith('cursor_refused'));
    expect(await here.ask(here.cursor)).toMatchObject({ ok: true });
    await other.stop();
  });

  it('when it names what has not been yet, as after a backup was put back', async () => {
    const desk = await copied();
    const { copy, told } = read(desk);
    const future = String(BigInt(told[0]) + 1_000_000n);
    expect(await desk.ask(cursor({ copy, told: [future, 'guarantor', ''] }))).toMatchObject(
      refusedWith('cursor_refused'),
    );
  });

  it('when it is another workstation’s', async () => {
    const [mine, theirs] = await Promise.all([copied(), copied()]);
    expect(await mine.ask(theirs.cursor)).toMatchObject(refusedWith('cursor_refused'));
  });

  it('when rows came past the log', async () => {
    const desk = await copied();
    await backend.pool.query('TRUNCATE dispute');
    expect(await desk.ask(desk.cursor)).toMatchObject(refusedWith('cursor_refused'));
    expect((await copied()).rows.size).toBeGreaterThan(0);
  });

  it('whatever nonsense it is, and nothing else happens', async () => {
    const desk = await copied();
    const { copy } = read(desk);
    const xid = fc.oneof(fc.constantFrom('0', '1', '-1', '9999999999999999999', "1'"), fc.string());
    const bent = fc.oneof(
      fc.stringMatching(/^[\w.~-]{1,80}$/),
      fc.json().map(text => Buffer.from(text).toString('base64url')),
      fc
        .tuple(xid, fc.constantFrom('charge', 'nothing'), fc.string({ maxLength: 70 }))
        .map(told => cursor({ copy, told })),
      fc
        .record({
          copy: fc.constantFrom(copy, 'x'),
          pulled: fc.tuple(fc.constantFrom('WA', 'XX'), fc.string()),
          done: fc.integer(),
          take: fc.integer(),
        })
        .map(cursor),
    );
    await fc.assert(
      fc.asyncProperty(
        bent.filter(text => text.length > 0 && text.length <= 500),
        async since => {
          const answer = await desk.ask(since);
          expect(answer).toMatchObject(refusedWith('cursor_refused'));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the scope', () => {
  it('is all of the user’s regions in the order of the alphabet, and nothing else', async () => {
    const { session } = await backend.signIn();
    const ask = (scope: string[]) =>
      askRoute(backend.url, 'changes', { query: { scope } }, session.token);
    const all = [...session.user.regions].sort();
    expect(await ask(all)).toMatchObject({ ok: true });
    for (const wrong of [all.slice(1), ['WA'], [...all].reverse(), [...all, 'WA']]) {
      expect(await ask(wrong)).toMatchObject(refusedWith('scope_changed'));
    }
    expect(await ask(['XX'])).toMatchObject(refusedWith('bad_request'));
  });

  it('that has changed since the pull ends the copy, and a new one has the new scope', async () => {
    const counselor = await backend.signIn('c.okafor');
    const desk = feedDesk(backend.url, counselor);
    await desk.follow();
    await backend.pool.query("UPDATE user_account SET regions = '{NW}' WHERE user_id = 'c.okafor'");
    expect(await desk.ask(desk.cursor)).toMatchObject(refusedWith('scope_changed'));
    const token = counselor.session.token;
    const since = desk.cursor ?? '';
    const narrowed = (query: object) =>
      askRoute(backend.url, 'changes', { query: { scope: ['NW'], ...query } }, token);
    expect(await narrowed({ since })).toMatchObject(refusedWith('scope_changed'));
    expect(await narrowed({})).toMatchObject({ ok: true, value: { phase: 'pull' } });
    await backend.pool.query("UPDATE user_account SET regions = '{}' WHERE user_id = 'c.okafor'");
    expect(await narrowed({})).toMatchObject(refusedWith('scope_changed'));
  });
});

describe('an order to forget', () => {
  it('ends what the workstation pulled before it, until a pull begins anew', async () => {
    const user = await backend.signIn();
    const { workstationId } = user;
    const desk = feedDesk(backend.url, user);
    const [between, done] = [await desk.step(), await desk.follow()];
    const untouched = await copied();
    const supervisor = await backend.signIn('s.lindqvist');
    const order = { params: { workstationId }, body: { reason: 'left in a taxi' } };
    expect(await user.ask('wipeWorkstation', order)).toMatchObject(refusedWith('not_allowed'));
    expect(await supervisor.value('wipeWorkstation', order)).toMatchObject({ workstationId });
    for (const page of [between, done]) {
      expect(await desk.ask(page.next)).toMatchObject(refusedWith('wipe_ordered'));
    }
    expect(await untouched.ask(untouched.cursor)).toMatchObject({ ok: true });
    const anew = feedDesk(backend.url, user);
    expect(await anew.follow()).toMatchObject({ more: false });
    const { rows } = await backend.pool.query(
      'SELECT ordered_by, reason FROM workstation_wipe WHERE workstation_id = $1',
      [workstationId],
    );
    expect(rows).toEqual([{ ordered_by: 's.lindqvist', reason: 'left in a taxi' }]);
    await expect(backend.pool.query('DELETE FROM workstation_wipe')).rejects.toThrow(
      /never changed/,
    );
  });

  it('to a workstation that nobody ever signed in on is refused', async () => {
    const supervisor = await backend.signIn('s.lindqvist');
    const order = { params: { workstationId: randomUUID() }, body: { reason: 'unknown' } };
    expect(await supervisor.ask('wipeWorkstation', order)).toMatchObject(refusedWith('not_found'));
  });
});
