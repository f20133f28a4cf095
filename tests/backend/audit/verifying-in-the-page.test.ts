import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import type { AuditVerification } from '#shared/contract/audit-verification.ts';
import { askRoute, type SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  backend = await startTestBackend({ audit: { key: newAuditKey(), folder, sealEveryMs: 50 } });
  supervisor = await backend.signIn('s.lindqvist');
});
afterEach(() => backend.stop());

async function write(count: number): Promise<void> {
  await backend.pool.query(
    `SELECT audit_event('thing_done', now(), 'succeeded', 'r.ames', NULL, NULL, NULL, NULL, 'thing', 'thing ' || n, NULL)
     FROM generate_series(1, $1) AS n`,
    [count],
  );
  await expect
    .poll(async () => (await rows('SELECT count(*)::int AS n FROM unsealed'))[0].n)
    .toBe(0);
}

const unsealed = `WITH unsealed AS (SELECT FROM audit_record
  WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)) `;
const rows = async (query: string) =>
  (await backend.pool.query(query.includes('unsealed') ? unsealed + query : query)).rows;

/** As somebody who owns the database: past every trigger. */
async function byHand(...statements: string[]): Promise<void> {
  const client = await backend.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    await client.query('RESET session_replication_role');
  } finally {
    client.release();
  }
}

const latest = async () => (await supervisor.value('auditVerification', {})).verification;

async function verified(): Promise<AuditVerification> {
  const { verification: begun } = await supervisor.value('verifyAudit', { body: {} });
  expect(begun?.begunByName).toBe('Sanna Lindqvist');
  await expect
    .poll(
      async () => {
        const now = await latest();
        return now?.verificationId === begun?.verificationId && now?.outcome;
      },
      { timeout: 20_000 },
    )
    .toBeTruthy();
  return (await latest()) as AuditVerification;
}

const of = (position: number) =>
  `number = (SELECT number FROM audit_link WHERE position = ${position})`;

it('a trail that is whole is said to be whole, with how many records and how long it took', async () => {
  expect(await latest()).toBeNull();
  await write(300);
  const found = await verified();
  expect(found).toMatchObject({ outcome: 'whole', broken: null, cancelledByName: null });
  expect(found.checked).toBeGreaterThan(300);
  expect(found.tookMs).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const { records } = await supervisor.value('auditRecords', {
        query: { action: 'audit_verified' },
      });
      return records.map(({ user, outcome }) => `${user} ${outcome}`);
    })
    .toEqual(['s.lindqvist whole']);
});

it.each([
  [
    'altered',
    'UPDATE',
    [`UPDATE audit_record SET content = replace(content, 'r.ames', 'x.ames') WHERE ${of(60)}`],
  ],
  ['removed', 'DELETE', [`DELETE FROM audit_record WHERE ${of(60)}`]],
  [
    'inserted',
    'INSERT',
    [
      `UPDATE audit_link SET position = position + 1000000 WHERE position >= 60`,
      `UPDATE audit_link SET position = position - 999999 WHERE position > 1000000`,
      `INSERT INTO audit_record (content, content_hash) SELECT replace(content, 'succeeded', 'refused'), content_hash
         FROM audit_record WHERE ${of(50)}`,
      `INSERT INTO audit_link (position, number, previous, hash) SELECT 60, (SELECT max(number) FROM audit_record), previous, hash
         FROM audit_link WHERE position = 61`,
    ],
  ],
  [
    'reordered',
    'two records moved',
    [
      `UPDATE audit_link SET position = 1000060 WHERE position = 60`,
      `UPDATE audit_link SET position = 60 WHERE position = 63`,
      `UPDATE audit_link SET position = 63 WHERE position = 1000060`,
    ],
  ],
] as const)(
  'a record %s by hand in the database (%s) is named, and kept as an exception',
  async (what, _, statements) => {
    await write(200);
    await byHand(...statements);
    const { outcome, broken } = await verified();
    expect(outcome).toBe('broken');
    expect(broken).toMatchObject({ what, position: 60 });
    expect(broken?.why).toMatch(/^[A-Z].*\.$/);
    const told = await rows('SELECT kind, about FROM audit_exception');
    expect(told).toEqual([{ kind: `chain_${what}`, about: 'record 60' }]);
    // Told once, however often it is found.
    expect((await verified()).outcome).toBe('broken');
    expect(await rows('SELECT kind FROM audit_exception')).toHaveLength(1);
  },
);

it('an end that was cut off with all that says so inside is found by the anchors outside', async () => {
  await expect.poll(async () => (await rows('SELECT FROM audit_anchor')).length).toBe(1);
  const [{ position }] = await rows('SELECT position FROM audit_anchor');
  await byHand(
    'DELETE FROM audit_anchor',
    `DELETE FROM audit_record WHERE number IN (SELECT number FROM audit_link WHERE position >= ${position})`,
    `DELETE FROM audit_link WHERE position >= ${position}`,
    `DELETE FROM audit_seal WHERE position >= ${position}`,
  );
  expect((await verified()).outcome).toBe('broken');
});

/** As long as it is held, a verification that has begun goes no further. */
async function holdTheChain() {
  const client = await backend.pool.connect();
  await client.query('BEGIN; LOCK audit_link IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
}

it('two supervisors who verify at once watch the same one, on whichever server', async () => {
  await write(100);
  const elsewhere = await backend.startAnother({});
  const letGo = await holdTheChain();
  const { verification: first } = await supervisor.value('verifyAudit', { body: {} });
  const { token } = supervisor.session;
  const second = await askRoute(elsewhere.url, 'verifyAudit', { body: {} }, token);
  expect(second).toMatchObject({
    ok: true,
    value: { verification: { verificationId: first?.verificationId, outcome: null } },
  });
  await letGo();
  await expect.poll(async () => (await latest())?.outcome, { timeout: 20_000 }).toBe('whole');
  expect(await rows('SELECT FROM audit_verification')).toHaveLength(1);
});

it('a verification that is cancelled ends, says by whom, and another can begin', async () => {
  await write(100);
  const letGo = await holdTheChain();
  const { verification } = await supervisor.value('verifyAudit', { body: {} });
  const params = { verificationId: String(verification?.verificationId) };
  const { verification: ended } = await supervisor.value('cancelAuditVerification', {
    params,
    body: {},
  });
  expect(ended).toMatchObject({ outcome: 'cancelled', cancelledByName: 'Sanna Lindqvist' });
  await letGo();
  expect((await verified()).outcome).toBe('whole');
});

it('a server that died in the middle of one leaves the way free', async () => {
  await byHand(`INSERT INTO audit_verification (verification_id, begun_by, workstation_id, begun_at, total, beat_at)
    SELECT gen_random_uuid(), 's.lindqvist', workstation_id, now(), 10, clock_timestamp() - interval '1 minute' FROM workstation LIMIT 1`);
  expect((await latest())?.outcome).toBe('failed');
  expect((await verified()).outcome).toBe('whole');
});

it('nobody but a supervisor verifies', async () => {
  const representative = await backend.signIn();
  expect(await representative.ask('verifyAudit', { body: {} })).toMatchObject({
    ok: false,
    problem: { code: 'not_allowed' },
  });
});
