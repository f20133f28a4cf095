import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChangesPage } from '#shared/contract/changes.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

it('a full pull', async () => {
  const desk = feedDesk(backend.url, await backend.signIn());
  const page = await desk.follow();
  for (const each of desk.pages) ChangesPage.parse(each);
  expect(page.phase).toBe('changes');
  const call = await verifiedCall(await backend.signIn());
  await call.pay(await call.order(1_100));
  const after = await desk.follow();
  console.log(
    after.changes.map(c => [c.entity, c.id, c.row && 'row']),
    after.phase,
  );
  console.log(desk.pages.map(({ changes, ...rest }) => ({ ...rest, n: changes.length })));
});
