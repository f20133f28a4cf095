import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anchorsFile } from '#backend/audit/anchors.ts';
import { PUBLIC_KEYS_FILE } from '#backend/audit/public-keys.ts';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let folder: string;
let backend: TestBackend;
let supervisor: SignedIn;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  const audit = { key: newAuditKey(), folder, sealEveryMs: 50 };
  backend = await startTestBackend({ audit, report: () => undefined });
  supervisor = await backend.signIn('s.lindqvist');
});
afterEach(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Records that are chained and signed. */
async function write(count: number, words = 1): Promise<void> {
  await backend.pool.query(
    `SELECT audit_event('thing_done', now(), 'succeeded', 'r.ames', NULL, NULL, NULL, NULL, 'thing', repeat('thing ', $2) || n, NULL)
     FROM generate_series(1, $1::int) AS n`,
    [count, words],
  );
  await expect
    .poll(
      async () => {
        const { rows } = await backend.pool.query(`SELECT count(*)::int AS count FROM audit_record
          WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)`);
        return rows[0].count;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
}

/** How the verification ends that is begun now, or the one that is under way. */
async function verified() {
  const { verification: begun } = await supervisor.value('verifyAudit', { body: {} });
  const latest = async () => (await supervisor.value('auditVerification', {})).verification;
  const ended = async () =>
    (await latest())?.verificationId === begun?.verificationId && (await latest())?.outcome;
  await expect.poll(ended, { timeout: 15_000 }).toBeTruthy();
  return ended();
}

test('a trail that is read record by record is looked at, too', async () => {
  await write(3);
  const asked = async () => {
    const { rows } = await backend.pool.query(
      `SELECT content::json->>'detail' AS detail FROM audit_record
       WHERE content LIKE '{"action":"audit_read"%' AND content::json->>'user' = 's.lindqvist' ORDER BY number`,
    );
    return rows.map(({ detail }) => detail);
  };
  expect(await asked()).toEqual([]);
  for (const position of [1, 2]) await supervisor.value('auditRecord', { params: { position } });
  await supervisor.ask('auditRecord', { params: { position: 9_999 } });
  expect(await asked()).toEqual(['record 1', 'record 2', 'record 9999']);
});

test.each([
  ['keys that cannot be read', () => writeFileSync(join(folder, PUBLIC_KEYS_FILE), '{"keys":')],
  ['keys that are none', () => writeFileSync(join(folder, PUBLIC_KEYS_FILE), '[{"keyId":1}]')],
  [
    'anchors that are a folder',
    () => {
      rmSync(anchorsFile(folder), { force: true });
      mkdirSync(anchorsFile(folder));
    },
  ],
])('a verification beside %s fails at once, and holds nobody up', async (_, damage) => {
  await write(3);
  damage();
  expect(await verified()).toBe('failed');
  rmSync(join(folder, PUBLIC_KEYS_FILE), { force: true });
  rmSync(anchorsFile(folder), { recursive: true, force: true });
  expect(await verified()).toBe('whole');
});

test('keys and anchors that are gone are not needed to find the trail whole', async () => {
  await write(3);
  rmSync(folder, { recursive: true, force: true });
  expect(await verified()).toBe('whole');
});

test('a record altered by hand while the page verifies is named, at the latest by the next look', async () => {
  await write(10_000);
  await supervisor.value('verifyAudit', { body: {} });
  const client = await backend.pool.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(`UPDATE audit_record SET content = replace(content, 'r.ames', 'x.ames')
    WHERE number = (SELECT number FROM audit_link WHERE position = 9900)`);
  await client.query('RESET session_replication_role');
  client.release();
  expect(['whole', 'broken']).toContain(await verified());
  expect(await verified()).toBe('broken');
  const latest = await supervisor.value('auditVerification', {});
  expect(latest.verification?.broken).toMatchObject({ what: 'altered', position: 9_900 });
});

test('a clock that is set back makes no second anchor, and the trail stays whole', async () => {
  await write(3);
  const anchored = async () =>
    (await backend.pool.query('SELECT anchored_on FROM audit_anchor')).rows.length;
  await expect.poll(anchored, { timeout: 10_000 }).toBe(1);
  backend.later(-3 * 86_400_000);
  await write(3);
  expect(await verified()).toBe('whole');
  expect(await anchored()).toBe(1);
  backend.later(3 * 86_400_000);
  expect(await verified()).toBe('whole');
});

const take = () =>
  fetch(`${backend.url}${AUDIT_EXPORT_PATH}`, {
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${supervisor.session.token}`,
    },
  });

/** The trail as it comes, the first of it read. */
async function beginExport() {
  const answer = await take();
  expect(answer.status).toBe(200);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  expect((await reader.read()).done).toBe(false);
  return async () => {
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes;
      bytes += value.length;
    }
  };
}

test.each([
  ['who signed out', 'DELETE FROM session'],
  [
    'who lost the role',
    `UPDATE user_account SET role = 'representative' WHERE role = 'supervisor'`,
  ],
])('%s in the middle of taking the trail along gets no more of it', async (_, statement) => {
  // More than what lies between the database and somebody who does not read.
  await write(5_000, 800);
  const whole = await (await beginExport())();
  expect(whole).toBeGreaterThan(15_000_000);
  const rest = await beginExport();
  await backend.pool.query(statement);
  await new Promise(resolve => setTimeout(resolve, 1_000));
  await expect(rest()).rejects.toThrow();
});

test('while one takes the trail along another is told to wait, and desks go on copying', async () => {
  await write(5_000, 800);
  const rest = await beginExport();
  const others = await Promise.all([take(), take(), take(), take()]);
  expect(others.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  expect(await others[0]?.json()).toMatchObject({ code: 'export_busy' });
  await supervisor.value('changes', {
    query: { scope: [...supervisor.session.user.regions].sort() },
  });
  await rest();
  const next = await take();
  expect(next.status).toBe(200);
  await next.body?.cancel();
  // Whoever hangs up leaves the way free.
  await expect.poll(async () => (await take()).status, { timeout: 10_000 }).toBe(200);
});
