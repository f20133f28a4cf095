import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_VIEWS } from '#shared/contract/payment-search.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
  await backend.pool.query(
    `INSERT INTO user_account (user_id, name, role, regions, password_hash, enabled_at)
     SELECT 's.other', 'Other', role, regions, password_hash, enabled_at FROM user_account WHERE user_id = 's.lindqvist'`,
  );
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const body = (name: string, box = '4242') => ({
  name,
  filters: { ...noFilters, box },
  sort: newestFirst,
});

it('a search is kept under a name, changed under its id, and removed; nobody else sees it', async () => {
  const viewId = randomUUID();
  await supervisor.value('saveView', { params: { viewId }, body: body('Ends in 4242') });
  await supervisor.value('saveView', { params: { viewId }, body: body('Ends in 1881', '1881') });
  const { views } = await supervisor.value('savedViews', {});
  expect(views).toEqual([{ viewId, ...body('Ends in 1881', '1881') }]);

  const other = await backend.signIn('s.other');
  expect((await other.value('savedViews', {})).views).toEqual([]);
  await other.value('removeView', { params: { viewId } });
  expect(await other.ask('saveView', { params: { viewId }, body: body('Mine now') })).toMatchObject(
    { problem: { code: 'not_allowed' } },
  );
  expect((await supervisor.value('savedViews', {})).views.length).toBe(1);

  await supervisor.value('removeView', { params: { viewId } });
  await supervisor.value('removeView', { params: { viewId } });
  expect((await supervisor.value('savedViews', {})).views).toEqual([]);
});

it('a name is used once, a view that cannot be searched is not kept, and there is an end to them', async () => {
  const first = randomUUID();
  const save = (name: string, viewId = randomUUID(), box = '4242') =>
    supervisor.ask('saveView', { params: { viewId }, body: body(name, box) });
  await save('Mine', first);
  expect(await save('Mine')).toMatchObject({ problem: { code: 'view_name_used', field: 'name' } });
  expect(await save('Mine', first, '1881')).toMatchObject({ ok: true });
  expect(await save('A card', randomUUID(), '4242 4242 4242 4242')).toMatchObject({
    problem: { code: 'search_card_number' },
  });
  expect(await save('4242 4242 4242 4242')).toMatchObject({
    problem: { code: 'search_card_number' },
  });
  for (let count = 1; count < MOST_VIEWS; count += 1) {
    expect(await save(`View ${count}`)).toMatchObject({ ok: true });
  }
  expect(await save('One more')).toMatchObject({ problem: { code: 'views_too_many' } });
});

it('a view that asks for a state there is no more comes back, and its search is refused in one sentence', async () => {
  const filters = { ...noFilters, states: ['nearly', 'settled'] };
  await backend.pool.query(
    `DELETE FROM saved_view WHERE user_id = 's.lindqvist' AND name <> 'Mine'`,
  );
  await backend.pool.query(
    `INSERT INTO saved_view (view_id, user_id, name, search, saved_at) VALUES ($1, 's.lindqvist', 'Old', $2, now())`,
    [randomUUID(), JSON.stringify({ filters, sort: newestFirst })],
  );
  const { views } = await supervisor.value('savedViews', {});
  expect(views.find(({ name }) => name === 'Old')?.filters).toEqual(filters);
  const search = { filters, sort: newestFirst, place: null, again: false };
  for (const refused of [
    await supervisor.ask('searchPayments', { body: search }),
    await supervisor.ask('totalPayments', { body: { filters } }),
  ]) {
    expect(refused).toMatchObject({
      problem: { code: 'search_state_unknown', field: 'filters.states' },
    });
  }
});
