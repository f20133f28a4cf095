import { afterAll, beforeAll, expect, it } from 'vitest';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

/** Payments whose row in the search says anything else than the payment. */
async function outOfStep(): Promise<unknown[]> {
  const { rows } = await backend.pool.query(`
    SELECT payment.key FROM payment JOIN guarantor USING (guarantor_id)
      LEFT JOIN user_account ON user_id = taken_by FULL JOIN payment_search AS found ON found.key = payment.key
    WHERE (found.region, found.guarantor_id, found.taken_at, found.state, found.method_kind, found.amount_cents)
      IS DISTINCT FROM (guarantor.region, payment.guarantor_id, payment.taken_at, payment.state, payment.method_kind,
        payment.amount_cents)
      OR found.last4 IS DISTINCT FROM coalesce(card_last4, bank_last4)
      OR found.taker IS DISTINCT FROM CASE WHEN payment.method_kind NOT IN ('card', 'ach') THEN ''
        ELSE coalesce(name_key(user_account.name) || ' ' || user_id, '-') END
      OR NOT EXISTS (SELECT FROM payment_search_kind AS kind
        WHERE kind.state = payment.state AND kind.method_kind = payment.method_kind)`);
  return rows;
}

it('what is searched is what the payments are: seeded, taken, moved on, moved away, taken by somebody renamed', async () => {
  const { pool } = backend;
  expect(await outOfStep()).toEqual([]);
  const { keys } = await paidCards(backend, [1_100, 2_200]);
  expect(await outOfStep()).toEqual([]);
  const found = await pool.query(
    'SELECT state, taker FROM payment_search WHERE key = ANY ($1::uuid[])',
    [keys],
  );
  expect(found.rows).toEqual(keys.map(() => ({ state: 'approved', taker: 'rosaames r.ames' })));

  await pool.query(
    `UPDATE payment SET state = 'posted', state_at = now() WHERE key = ANY ($1::uuid[])`,
    [keys],
  );
  expect(await outOfStep()).toEqual([]);
  await pool.query(`UPDATE guarantor SET region = CASE region WHEN 'HI' THEN 'GA' ELSE 'HI' END`);
  await pool.query(`UPDATE user_account SET name = 'Ámes-Öst' WHERE user_id = 'r.ames'`);
  expect(await outOfStep()).toEqual([]);
  const renamed = await pool.query('SELECT DISTINCT taker FROM payment_search WHERE key = $1', [
    keys[0],
  ]);
  expect(renamed.rows).toEqual([{ taker: 'amesost r.ames' }]);
});
