import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anchorsFile, fileAnchors } from '#backend/audit/anchors.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { verifyExport } from '#backend/audit/verify/verify-export.ts';
import { AUDIT_EXPORT_PATH, AUDIT_RECORDS_AT_ONCE } from '#shared/contract/audit.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
const key = newAuditKey();
let backend: TestBackend;
let supervisor: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend({ audit: { key, folder, sealEveryMs: 50 } });
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const exported = ({ session }: SignedIn) =>
  fetch(`${backend.url}${AUDIT_EXPORT_PATH}`, {
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${session.token}`,
    },
  });

it('a server chains what is done, anchors the day outside the database and shows the trail page by page', async () => {
  await backend.pool.query(
    `SELECT audit_event('access_found', now(), 'succeeded', NULL, NULL, NULL, NULL, NULL, 'patient', n::text, NULL)
     FROM generate_series(1, $1) AS n`,
    [AUDIT_RECORDS_AT_ONCE],
  );
  const first = () => supervisor.value('auditRecords', {});
  await expect
    .poll(async () => (await first()).records.some(({ action }) => action === 'audit_read'))
    .toBe(true);
  const { records, earlier, end, unsealed, exceptions } = await first();
  expect(records).toHaveLength(AUDIT_RECORDS_AT_ONCE);
  expect(end.position).toBeGreaterThanOrEqual(Number(records[0]?.position));
  expect(end.signedAt).not.toBeNull();
  expect(unsealed.count).toBeLessThan(50);
  expect(exceptions).toEqual([]);
  const all = [...records];
  for (let before = earlier; before !== null; ) {
    const rest = await supervisor.value('auditRecords', { query: { before } });
    all.push(...rest.records);
    before = rest.earlier;
  }
  // Each once, from the latest to the first.
  const places = all.map(({ position }) => position);
  expect(places.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: all.length }, (_, index) => index + 1),
  );
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const named = all.map(({ action }) => action);
  expect(named).toContain('backend_started');
  expect(named).toContain('audit_key_begun');
  await expect.poll(async () => (await fileAnchors(anchorsFile(folder))).length).toBeGreaterThan(0);
});

it('an export is signed, verified without the application, and a record itself', async () => {
  const reply = await exported(supervisor);
  expect(reply.headers.get('content-type')).toContain('application/jsonl');
  const file = join(folder, 'export.jsonl');
  writeFileSync(file, await reply.text());
  const { keyId, publicKey } = signerOf(key);
  const outside = await fileAnchors(anchorsFile(folder));
  const verdict = await verifyExport(file, { keys: [{ keyId, publicKey }], outside });
  expect(verdict).toMatchObject({ broken: null });
  expect(verdict.records).toBeGreaterThan(AUDIT_RECORDS_AT_ONCE);
  const took = async () =>
    (await supervisor.value('auditRecords', {})).records.find(
      ({ action }) => action === 'audit_exported',
    );
  await expect.poll(took).toMatchObject({ user: 's.lindqvist', subjectKind: 'audit_chain' });
});

it('nobody but a supervisor takes the trail along', async () => {
  const refused = await exported(await backend.signIn());
  expect(refused.status).toBe(403);
});

it('an anchor that the database contradicts is an exception that stays', async () => {
  const [anchor] = await fileAnchors(anchorsFile(folder));
  const forged = { ...anchor, hash: '0'.repeat(64) };
  const elsewhere = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  writeFileSync(anchorsFile(elsewhere), `${JSON.stringify(forged)}\n`);
  await backend.startAnother({ audit: { key, folder: elsewhere, sealEveryMs: 50 } });
  await expect
    .poll(async () => (await supervisor.value('auditRecords', {})).exceptions)
    .toMatchObject([{ kind: 'anchor_differs', about: String(anchor?.at).slice(0, 10) }]);
});
