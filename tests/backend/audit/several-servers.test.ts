import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyDatabase } from '#backend/audit/verify/verify-database.ts';
import { type AuditDatabase, openAuditDatabase } from '#tests/support/audit-chain.ts';

const CHILD = new URL('../../support/auditing-child.ts', import.meta.url).pathname;

let audit: AuditDatabase;

beforeEach(async () => {
  audit = await openAuditDatabase();
});
afterEach(() => audit.close());

function startServer(name: string, transactions: number) {
  const words = [CHILD, audit.databaseUrl, audit.key.privateKey, name, String(transactions)];
  return spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

const verdict = () => verifyDatabase(audit.pool, { outside: [] });

async function subjects(): Promise<string[]> {
  const { rows } = await audit.pool.query(`SELECT content::json->>'subject' AS subject
    FROM audit_link JOIN audit_record USING (number) WHERE content LIKE '%access_found%' ORDER BY position`);
  return rows.map(({ subject }) => subject);
}

test('many writers at two servers make one chain without a gap or a fork, each record once', async () => {
  const transactions = 60;
  const servers = ['north', 'south'].map(name => startServer(name, transactions));
  const ends = await Promise.all(servers.map(server => once(server, 'exit')));
  expect(ends).toEqual([
    [0, null],
    [0, null],
  ]);
  await audit.seal();
  const told = await verdict();
  expect(told).toMatchObject({ broken: null, unsealed: { count: 0 } });
  const chained = await subjects();
  const committed = (transactions * 4) / 5;
  expect(chained).toHaveLength(2 * 5 * committed * 3);
  expect(new Set(chained).size).toBe(chained.length);
  const ofOne = chained.filter(subject => subject.startsWith('north 3 '));
  const kept = Array.from({ length: transactions }, (_, n) => n + 1).filter(n => n % 5 !== 0);
  expect(ofOne).toEqual(kept.flatMap(n => [1, 2, 3].map(part => `north 3 ${n} ${part}`)));
  const { rows } = await audit.pool.query('SELECT count(*)::int AS batches FROM audit_seal');
  expect(rows[0].batches).toBeGreaterThan(1);
});

test('a server that is killed while it seals leaves nothing half, and another one goes on', async () => {
  await audit.seal();
  const { records } = await verdict();
  const gate = await audit.pool.connect();
  await gate.query('BEGIN');
  await gate.query('LOCK TABLE audit_link IN SHARE MODE');
  const server = startServer('killed', 10_000);
  const held = async () => {
    const { rows } = await audit.pool.query(
      `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'audit_link'::regclass AND NOT granted`,
    );
    return rows[0].count;
  };
  await expect.poll(held).toBeGreaterThan(0);
  await audit.write(5);
  // One at a time: while somebody seals, nobody waits for them.
  expect(await audit.seal()).toBe(0);
  server.kill('SIGKILL');
  expect(await once(server, 'exit')).toEqual([null, 'SIGKILL']);
  await gate.query('ROLLBACK');
  gate.release();
  async function sealed() {
    await audit.seal();
    const { broken, unsealed, records: count } = await verdict();
    return { broken, unsealed: unsealed.count, goesOn: count > records + 5 };
  }
  await expect.poll(sealed).toEqual({ broken: null, unsealed: 0, goesOn: true });
});

test('what commits late is chained late, and holds nobody up', async () => {
  const late = await audit.pool.connect();
  await late.query('BEGIN');
  await late.query(
    `SELECT audit_event('access_found', now(), 'succeeded', NULL, NULL, NULL, NULL, NULL, 'patient', 'late', NULL)`,
  );
  await audit.write(3);
  await audit.seal();
  expect(await subjects()).toEqual(['thing 1', 'thing 2', 'thing 3']);
  await audit.write(1);
  await audit.seal(1);
  await late.query('COMMIT');
  late.release();
  await audit.seal();
  expect(await subjects()).toEqual(['thing 1', 'thing 2', 'thing 3', 'thing 1', 'late']);
  expect(await verdict()).toMatchObject({ broken: null, unsealed: { count: 0 } });
});
