import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { autopayByAccount, keptCard, methodsOf, remove } from '#tests/support/kept-methods.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let call: VerifiedCall;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T18:00Z' });
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => backend.stop());

const rows = async (sql: string) => (await backend.pool.query(sql)).rows;
const forgotten = async () =>
  (await rows('SELECT token FROM stored_method WHERE forgotten_at IS NOT NULL')).length;
const atTheProcessor = () =>
  rows(`SELECT behaviour, forgotten_at IS NOT NULL AS forgotten, fingerprint
    FROM sandbox_processor.card_token WHERE stored_from IS NOT NULL`);

test('a removed card pays nothing from that moment on, and is deleted at the processor, which was silent first', async () => {
  await backend.orderFault({ kind: 'time_out_before_acting', on: 'forget' });
  await backend.orderFault({ kind: 'time_out_after_acting', on: 'forget' });
  const { methodId } = await keptCard(call);
  expect(await remove(call, methodId)).toMatchObject({ ok: true, value: { methodId } });
  expect(await methodsOf(call)).toEqual([]);
  const order = await call.order(1_000, { method: { kind: 'stored_card', methodId } });
  expect(await call.pay(order)).toMatchObject({ problem: { code: 'method_not_found' } });
  await expect.poll(() => backend.faults()).toMatchObject([{ happened: 1 }, {}]);
  expect(await forgotten()).toBe(0);
  backend.later(10_000);
  await expect.poll(() => backend.faults()).toMatchObject([{ happened: 1 }, { happened: 1 }]);
  backend.later(10_000);
  await expect.poll(forgotten).toBe(1);
  expect(await atTheProcessor()).toEqual([
    { behaviour: 'forgotten', forgotten: true, fingerprint: '' },
  ]);
  expect(await rows('SELECT FROM stored_method WHERE token IS NOT NULL')).toEqual([]);
  const again = await remove(call, methodId);
  expect(again).toMatchObject({ ok: true, value: { methodId } });
});

test('a removal that a server died over is finished by the next one', async () => {
  const { methodId } = await keptCard(call);
  await backend.stopServer();
  const on = (await backend.pool.query('SELECT user_id FROM user_account LIMIT 1')).rows[0];
  await backend.pool.query(
    `UPDATE stored_method SET removed_at = now(), removed_by = $1, removed_on_call = $2, forget_at = '2026-11-24T18:00Z'
     WHERE method_id = $3`,
    [on.user_id, call.callId, methodId],
  );
  expect(await forgotten()).toBe(0);
  await backend.startAnother();
  await expect.poll(forgotten).toBe(1);
});

test('the same card kept twice is one card, and goes as one', async () => {
  const first = await keptCard(call);
  const second = await keptCard(call);
  expect(await methodsOf(call)).toMatchObject([{ methodId: second.methodId }]);
  await remove(call, second.methodId);
  expect(await methodsOf(call)).toEqual([]);
  await expect.poll(forgotten).toBe(2);
  expect(await remove(call, first.methodId)).toMatchObject({ ok: true });
});

test('what payments to come are taken from stays until they end, then its number is deleted', async () => {
  const { authorisationId, methodId } = await autopayByAccount(call, backend.now());
  expect(await remove(call, methodId)).toMatchObject({ problem: { code: 'method_in_use' } });
  const { method } = await debitOrder(backend, call, 10_000);
  if (method.kind !== 'ach') throw new Error('no debit');
  const { authorisation } = method;
  const key = newKey();
  const paid = await call.pay(
    await call.order(10_000, { method: { kind: 'stored_ach', methodId, authorisation } }),
    key,
  );
  expect(paid).toMatchObject({ value: { state: 'approved' } });
  // Kept by a consent of its own, as an account may be one day, so that it outlives its authorisation.
  await backend.pool.query(`UPDATE stored_method SET consent = '{}'`);
  await call.desk.value('revokeAuthorisation', {
    params: { authorisationId },
    body: { verificationId: call.verificationId, reason: 'their wish' },
  });
  expect(await remove(call, methodId)).toMatchObject({ ok: true });
  const sealed = () =>
    rows('SELECT FROM bank_account WHERE account_number_sealed IS NOT NULL AND standing');
  // The debit of this call waits for the bank's file and needs the number.
  await expect
    .poll(() => rows(`SELECT FROM stored_method WHERE forget_at > '2026-11-24T18:10Z'`))
    .toHaveLength(1);
  expect(await sealed()).toHaveLength(1);
  await call.desk.value('voidPayment', { params: { key }, body: { reason: 'their wish' } });
  backend.later(16 * 60_000);
  await expect.poll(sealed).toEqual([]);
  await expect.poll(forgotten).toBe(1);
  expect(await rows('SELECT FROM tel_authorisation')).toHaveLength(1);
});

test('nobody else removes what is theirs', async () => {
  const { methodId } = await keptCard(call);
  const other = await verifiedCall(await backend.signIn(), personas.hannah);
  expect(await remove(other, methodId)).toMatchObject({ problem: { code: 'method_not_found' } });
  expect(await methodsOf(call)).toHaveLength(1);
});
