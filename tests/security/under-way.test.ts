import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { EVENTS_PATH } from '#shared/contract/events.ts';
import { EXPORTS_PATH } from '#shared/contract/exports.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const PAYMENTS = 1_200;

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
  await insteadOfPatients(backend, PAYMENTS);
});
beforeEach(async () => {
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const ask = (path: string, token: string | undefined, body?: object) =>
  fetch(`${backend.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
const order = () => ({
  exportId: randomUUID(),
  list: 'payments',
  filters: { filters: noFilters, sort: newestFirst },
  format: 'csv',
});

let restore: unknown[];
beforeEach(async () => {
  const { rows } = await backend.pool.query(
    `SELECT role, regions FROM user_account WHERE user_id = 's.lindqvist'`,
  );
  restore = [rows[0].role, rows[0].regions];
});
afterEach(() =>
  backend.pool.query(
    `UPDATE user_account SET role = $1, regions = $2 WHERE user_id = 's.lindqvist'`,
    restore,
  ),
);

const account = (change: string) =>
  `UPDATE user_account SET ${change} WHERE user_id = 's.lindqvist'`;

test.each([
  ['signs out', 'DELETE FROM session', 'signed_out'],
  ['loses the role', account(`role = 'counselor'`), 'not_allowed'],
  ['loses one region of many', account(`regions = array_remove(regions, 'HI')`), 'not_allowed'],
])('whoever %s while an export is under way gets no further row', async (_, statement, code) => {
  // Whose records leave is written down before they do: nobody may, until it is let go.
  const client = await backend.pool.connect();
  await client.query('BEGIN; LOCK TABLE access_event IN SHARE MODE');
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%record_exported%'`;
  const answer = await ask(EXPORTS_PATH, supervisor.session.token, order());
  await expect
    .poll(async () => (await backend.pool.query(waiting)).rowCount, { timeout: 20_000 })
    .toBe(1);
  await backend.pool.query(statement);
  await client.query('ROLLBACK');
  client.release();
  const lines = (await answer.text()).trimEnd().split('\n');
  expect(lines.at(-1)).toBe(JSON.stringify({ refused: code }));
  const rows = lines.flatMap(line => JSON.parse(line).rows ?? []);
  expect(rows.length).toBeLessThan(PAYMENTS);
});

test.each([EXPORTS_PATH, AUDIT_EXPORT_PATH, EVENTS_PATH])(
  '%s is open to nobody who is not signed in, to no desk by itself and to no ended session',
  async path => {
    const body = path === EXPORTS_PATH ? order() : undefined;
    const { token, workstationToken } = supervisor.session;
    expect((await ask(path, undefined, body)).status).toBe(401);
    expect((await ask(path, `${token.slice(0, -1)}x`, body)).status).toBe(401);
    expect((await ask(path, workstationToken, body)).status).toBe(403);
    await backend.pool.query('DELETE FROM workstation_token');
    expect((await ask(path, workstationToken, body)).status).toBe(401);
    await supervisor.value('signOut', {});
    expect((await ask(path, token, body)).status).toBe(401);
  },
);
