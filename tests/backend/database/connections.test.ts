import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

let template: Awaited<ReturnType<typeof copyTemplate>>;
beforeAll(async () => {
  template = await copyTemplate();
});
afterAll(() => template.drop());

it('a connection that is cut in use fails what was asked over it, and nothing else', async () => {
  const pool = openPool(template.databaseUrl, 2);
  const client = await pool.connect();
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const asked = expect(client.query('SELECT pg_sleep(30)')).rejects.toThrow(/terminat/);
  const cut = await pool.query('SELECT pg_terminate_backend($1) AS happened', [rows[0].pid]);
  expect(cut.rows).toEqual([{ happened: true }]);
  await asked;
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
