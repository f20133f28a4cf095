import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { keptBalance } from '#db/cache/kept-balances.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { hurried, inCache } from './sync-desk.ts';

const { marisol } = personas;

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { pace: hurried });
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

const signIn = (userId: string) =>
  desk.value('session.signIn', { userId, password: 'sandbox-only' });

const keptFor = (userId: string) =>
  inCache(desk, cache => keptBalance(cache, marisol.guarantorId, userId, Date.now()));

async function readBalance(): Promise<void> {
  await verifiedCall(desk);
  await desk.value('balance.read', null);
  await expect.poll(() => keptFor('r.ames')).toBeDefined();
}

test('a kept balance belongs to the person it was read for, and goes when another role signs in', async () => {
  await readBalance();
  expect(keptFor('c.okafor')).toBeUndefined();

  await desk.value('session.signOut', null);
  expect(desk.desk.balances.kept(marisol.guarantorId)).toBeUndefined();
  await signIn('r.ames');
  await expect.poll(() => desk.desk.balances.kept(marisol.guarantorId)).toBeDefined();

  await desk.value('session.signOut', null);
  await signIn('s.lindqvist');
  expect(desk.desk.balances.kept(marisol.guarantorId)).toBeUndefined();
  await expect.poll(() => keptFor('r.ames')).toBeUndefined();
});

test('a kept balance goes when the same role comes back with other regions', async () => {
  await readBalance();
  await desk.value('session.signOut', null);
  await backend.pool.query(`UPDATE user_account SET regions = '{WA}' WHERE user_id = 'r.ames'`);
  await signIn('r.ames');
  expect(desk.desk.balances.kept(marisol.guarantorId)).toBeUndefined();
  await expect.poll(() => keptFor('r.ames')).toBeUndefined();
});

test('a balance just read is at hand before its thread has written it', async () => {
  await verifiedCall(desk);
  await desk.value('balance.read', null);
  expect(desk.desk.balances.kept(marisol.guarantorId)).toBeDefined();
});
