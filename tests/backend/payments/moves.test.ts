import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { paymentMoves } from '#shared/payments/states.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

let template: Awaited<ReturnType<typeof copyTemplate>>;
let pool: pg.Pool;
beforeAll(async () => {
  template = await copyTemplate();
  pool = openPool(template.databaseUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await template.drop();
});

describe('the moves between the states of a payment', () => {
  it('are the same in the database as in the shared table', async () => {
    const { rows } = await pool.query('SELECT from_state, to_state FROM payment_move');
    const inDatabase = rows.map(row => `${row.from_state} > ${row.to_state}`).sort();
    const shared = Object.entries(paymentMoves).flatMap(([from, tos]) =>
      tos.map(to => `${from} > ${to}`),
    );
    expect(inDatabase).toEqual(shared.sort());
  });

  it('a move that is not in the table cannot be written', async () => {
    const { rows } = await pool.query("SELECT key FROM payment WHERE state = 'settled' LIMIT 1");
    const move = pool.query("UPDATE payment SET state = 'approved' WHERE key = $1", [rows[0].key]);
    await expect(move).rejects.toThrow('a payment never goes from settled to approved');
  });

  it('a payment of the desk begins as sent, and what happened to it is never changed', async () => {
    const begin = pool.query(
      `INSERT INTO payment SELECT (jsonb_populate_record(payment, jsonb_build_object(
         'key', gen_random_uuid(), 'source', 'desk', 'confirmation', 'AAA-AAA-AAA', 'taken_by', 'r.ames',
         'card_token', 't', 'card_fingerprint', 'f', 'call_id', gen_random_uuid()))).*
       FROM payment WHERE state = 'settled' LIMIT 1`,
    );
    await expect(begin).rejects.toThrow();
    await expect(pool.query('DELETE FROM payment_state_change')).rejects.toThrow(/never changed/);
  });
});
