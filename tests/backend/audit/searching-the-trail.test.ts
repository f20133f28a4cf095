import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import {
  AUDIT_RECORDS_AT_ONCE,
  type auditRoutes,
  type ShownAuditRecord,
} from '#shared/contract/audit.ts';
import type { RouteReply } from '#shared/contract/route.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const key = newAuditKey();
const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
let backend: TestBackend;
let supervisor: SignedIn;

/** Six hundred records about made-up things: of three people, in two kinds, one in a hundred refused. */
const made = `SELECT audit_event(CASE n % 2 WHEN 0 THEN 'made_even' ELSE 'made_odd' END,
    '2026-10-01T00:00:00Z'::timestamptz + n * interval '1 hour', CASE n % 100 WHEN 0 THEN 'refused' ELSE 'succeeded' END,
    'person ' || n % 3, NULL, NULL, NULL, NULL, 'thing', 'thing "' || n % 7 || '"', NULL)
  FROM generate_series(1, 600) AS n`;

beforeAll(async () => {
  backend = await startTestBackend({ audit: { key, folder, sealEveryMs: 50 } });
  supervisor = await backend.signIn('s.lindqvist');
  await backend.pool.query(made);
  await vi.waitFor(
    async () => expect(await search({ action: 'made_odd' })).toHaveLength(300),
    10_000,
  );
});
afterAll(() => backend.stop());

type TrailPage = RouteReply<typeof auditRoutes.auditRecords>;

async function search(query: Record<string, string>): Promise<ShownAuditRecord[]> {
  const found: ShownAuditRecord[] = [];
  let asked: Record<string, string> | null = query;
  while (asked) {
    const { records, earlier }: TrailPage = await supervisor.value('auditRecords', {
      query: asked,
    });
    expect(records.length).toBeLessThanOrEqual(AUDIT_RECORDS_AT_ONCE);
    found.push(...records);
    asked = earlier === null ? null : { ...query, before: earlier };
  }
  return found;
}

it.each([
  ['who did it', { user: 'person 1' }, (n: number) => n % 3 === 1],
  ['what was done', { action: 'made_even' }, (n: number) => n % 2 === 0],
  ['about what, whatever its name holds', { subject: 'thing "4"' }, (n: number) => n % 7 === 4],
  ['a rare outcome', { outcome: 'refused', action: 'made_even' }, (n: number) => n % 100 === 0],
  [
    'when',
    { from: '2026-10-03T00:00:00.000Z', to: '2026-10-05T00:00:00.000Z' },
    (n: number) => n >= 48 && n < 96,
  ],
  ['several at once', { user: 'person 0', action: 'made_even' }, (n: number) => n % 6 === 0],
])('the trail is narrowed to %s, page by page, each record once', async (_, query, wanted) => {
  const found = (await search(query)).filter(({ action }) => action.startsWith('made_'));
  const hours = found.map(({ at }) => (Date.parse(at) - Date.parse('2026-10-01')) / 3_600_000);
  expect(hours).toEqual(
    Array.from({ length: 600 }, (__, index) => 600 - index).filter(n => wanted(n)),
  );
});

it('what was typed to narrow it is never a pattern or SQL', async () => {
  for (const user of ['%', "' OR true --", '"', '\\', 'person _', '"action":"made_odd']) {
    expect(await search({ user })).toEqual([]);
  }
  const turned = { from: '2026-10-05T00:00:00.000Z', to: '2026-10-03T00:00:00.000Z' };
  expect(await search(turned)).toEqual([]);
  const answer = await supervisor.ask('auditRecords', { query: { before: 'yesterday' } });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'bad_request' } });
});

it('a record is shown with its hash, reckoned anew, and the seal that it is under', async () => {
  const [record] = await search({ action: 'made_odd' });
  const params = { position: Number(record?.position) };
  const proof = await supervisor.value('auditRecord', { params });
  expect(proof.record).toEqual(record);
  expect(proof.fits).toBe(true);
  expect(proof.previous).toMatch(/^[0-9a-f]{64}$/);
  expect(proof.seal?.keyId).toBe(signerOf(key).keyId);
  expect(proof.seal?.position).toBeGreaterThanOrEqual(params.position);
  const unknown = await supervisor.ask('auditRecord', { params: { position: 99_999_999 } });
  expect(unknown).toMatchObject({ ok: false, problem: { code: 'not_found' } });
});

it('who and what can be chosen from is what occurs', async () => {
  const { actions, outcomes, users } = await supervisor.value('auditChoices', {});
  expect(actions).toEqual(expect.arrayContaining(['made_even', 'made_odd', 'audit_read']));
  expect(new Set(actions).size).toBe(actions.length);
  expect(outcomes).toEqual(expect.arrayContaining(['succeeded', 'refused']));
  expect(users).toEqual(expect.arrayContaining(['person 0', 's.lindqvist']));
});

it('looking at the trail is in the trail, by what it was narrowed and not to whom', async () => {
  await search({ user: 'person 2' });
  await expect
    .poll(async () => (await search({ action: 'audit_read' })).map(({ detail }) => detail))
    .toContain('user');
});

it('a search is answered out of its index, without reading the trail', async () => {
  const plan = async (where: string) => {
    const client = await backend.pool.connect();
    // So few records would be read whole; what is asked is whether the index can answer.
    await client.query(
      'SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off',
    );
    const { rows } = await client.query(`EXPLAIN SELECT number FROM audit_record WHERE ${where}
      ORDER BY audit_said(content, 'at') DESC, number DESC LIMIT 201`);
    await client.query('RESET ALL');
    client.release();
    return rows.map(row => row['QUERY PLAN']).join('\n');
  };
  const place = `(audit_said(content, 'at'), number) < ('2026-10-05', 5::bigint)`;
  expect(await plan(place)).toMatch(/Backward using audit_record_by_time[\s\S]*Index Cond/);
  for (const field of ['user', 'action', 'subject']) {
    const found = await plan(`audit_said(content, '${field}') = 'x' AND ${place}`);
    expect(found).toMatch(new RegExp(`Backward using audit_record_by_${field}[\\s\\S]*Index Cond`));
    expect(found).not.toContain('Sort');
  }
});
