import { afterAll, beforeAll, expect, it } from 'vitest';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { startChild } from '#tests/support/backend-child.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { expectStateToBecome } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

const waiting = `FROM pg_stat_activity WHERE datname = current_database()
  AND wait_event_type = 'Lock' AND query LIKE '%close_payment%'`;

it('a server killed between claim and close leaves the debit sent, and another one approves it, once', async () => {
  const child = await startChild(backend);
  const call = await verifiedCall(await signIn(child.url));
  const debitOn = businessDaysAfter(dateIn('UTC', instantOf(Date.now())), 1);
  const key = newKey();
  const order = await debitOrder(backend, call, 3_000, { debitOn });
  // The claim reads charges, the close writes them: holding one stops the server between the two.
  const holder = await backend.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM charge WHERE guarantor_id = $1 FOR NO KEY UPDATE', [
    call.guarantorId,
  ]);
  const paying = call.pay(order, key).catch(() => 'no answer');
  const stopped = async () => (await backend.pool.query(`SELECT pid ${waiting}`)).rowCount;
  await expect.poll(stopped, { timeout: 10_000 }).toBe(1);
  await child.kill();
  await backend.pool.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
  await holder.query('ROLLBACK');
  holder.release();
  expect(await paying).toBe('no answer');
  const { rows } = await backend.pool.query('SELECT state FROM payment WHERE key = $1', [key]);
  expect(rows).toEqual([{ state: 'sent' }]);

  backend.later(60_000);
  await expectStateToBecome(backend.pool, key, 'approved');
  const second = await verifiedCall(await backend.signIn());
  const kept = await second.desk.value('payment', { params: { key } });
  expect(kept).toMatchObject({ state: 'approved', confirmation: expect.any(String) });
  expect((await second.balance()).accounts.every(account => !account.held)).toBe(true);
  await expectBooksToAgree(backend.pool);
});
