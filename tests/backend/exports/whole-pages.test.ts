import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { everyLook } from '#shared/contract/access-review.ts';
import { EXPORTS_PATH, ExportStreamLine } from '#shared/contract/exports.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { ExportListName } from '#shared/export/lists.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-anchors-'));

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({
    at: '2026-11-24T10:00-08:00',
    audit: { key: newAuditKey(), folder, sealEveryMs: 50 },
  });
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the stream of a list brings, line by line. */
async function streamed(list: ExportListName, filters: object): Promise<ExportStreamLine[]> {
  const response = await fetch(`${backend.url}${EXPORTS_PATH}`, {
    method: 'POST',
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${supervisor.session.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ exportId: randomUUID(), list, filters, format: 'csv' }),
  });
  expect(response.status).toBe(200);
  const lines = (await response.text()).trimEnd().split('\n');
  return lines.map(line => ExportStreamLine.parse(JSON.parse(line)));
}

/** Every row of a list. */
async function exported<Row>(list: ExportListName, filters: object): Promise<Row[]> {
  const lines = await streamed(list, filters);
  const rows = lines.flatMap(line => ('rows' in line ? line.rows : []));
  expect(lines.at(-1)).toEqual({ whole: { rows: rows.length } });
  return rows as Row[];
}

/** More than a page of the looks, or of the trail, shows at once. */
const LOOKS = 250;

beforeAll(async () => {
  await backend.pool.query(
    `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id)
     SELECT gen_random_uuid(), now() - make_interval(secs => each), 'r.ames', $1, 'record_read', guarantor_id
     FROM generate_series(1, $2::int) AS each,
       (SELECT guarantor_id FROM guarantor WHERE region = 'NCAL' LIMIT 1) AS seen`,
    [supervisor.workstationId, LOOKS],
  );
});

it('every look that the filters leave is exported, each once', async () => {
  type Look = { eventId: string; userId: string };
  const looks = await exported<Look>('accessLooks', { ...everyLook, user: 'r.ames' });
  expect(looks).toHaveLength(LOOKS);
  expect(new Set(looks.map(({ eventId }) => eventId)).size).toBe(LOOKS);
  expect(await exported('accessLooks', { ...everyLook, user: 'nobody' })).toEqual([]);
});

it('whose looks are exported is on record as whose records left', async () => {
  const { rows } = await backend.pool.query(
    `SELECT count(DISTINCT guarantor_id)::int AS count FROM access_event WHERE user_id = 'r.ames'`,
  );
  const before = await backend.pool.query(
    `SELECT count(*)::int AS count FROM access_event WHERE action = 'record_exported'`,
  );
  await exported('accessLooks', { ...everyLook, user: 'r.ames' });
  const after = await backend.pool.query(
    `SELECT count(*)::int AS count FROM access_event WHERE action = 'record_exported'`,
  );
  expect(after.rows[0].count - before.rows[0].count).toBe(rows[0].count);
});

it('every record of the trail is exported, each once, or those it is narrowed to', async () => {
  await backend.pool.query(`
    SELECT audit_event(CASE n % 2 WHEN 0 THEN 'made_even' ELSE 'made_odd' END, now(), 'succeeded', 'r.ames',
      NULL, NULL, NULL, NULL, 'thing', 'thing ' || n, NULL)
    FROM generate_series(1, 500) AS n`);
  type Listed = { position: number; action: string };
  const records = (filters: object) => exported<Listed>('auditRecords', filters);
  const odd = () => records({ action: 'made_odd' });
  await expect.poll(async () => (await odd()).length, { timeout: 20_000 }).toBe(250);
  expect(new Set((await odd()).map(({ action }) => action))).toEqual(new Set(['made_odd']));
  const whole = await records({});
  expect(whole.length).toBeGreaterThanOrEqual(500);
  expect(new Set(whole.map(({ position }) => position)).size).toBe(whole.length);
});

it('a day is exported with its rows and what differs, and whose payment that is is on record', async () => {
  const { keys } = await paidCards(backend, [5_000, 700]);
  const ofDay = { region: 'NCAL', day: '2026-11-24' };
  expect(await exported('dayFindings', ofDay)).toEqual([]);
  await backend.orderFault({ kind: 'other_amount', on: 'report', times: 1_000 });
  type Finding = { paymentKey: string; guarantorId: string; ours: number; theirs: number };
  const findings = await exported<Finding>('dayFindings', ofDay);
  await backend.forgetFaults();
  expect(findings).toHaveLength(1);
  expect(keys).toContain(findings[0]?.paymentKey);
  for (const { ours, theirs } of findings) expect(theirs).not.toBe(ours);
  const { rows: seen } = await backend.pool.query(
    `SELECT DISTINCT guarantor_id FROM access_event WHERE action = 'record_exported' AND guarantor_id = $1`,
    [findings[0]?.guarantorId],
  );
  expect(seen).toHaveLength(1);
  type Row = { stage: string; ours: { count: number; cents: number } };
  const rows = await exported<Row>('dayRows', ofDay);
  expect(rows.find(({ stage }) => stage === 'taken')?.ours).toEqual({ count: 2, cents: 5_700 });
  expect(await exported('dayCorrections', ofDay)).toEqual([]);
});

it('a day is not exported while the card processor is silent', async () => {
  await backend.orderFault({ kind: 'server_error', on: 'report', times: 100 });
  const ofDay = { region: 'NCAL', day: '2026-11-24' };
  expect(await streamed('dayFindings', ofDay)).toEqual([{ refused: 'processor_silent' }]);
  expect((await backend.faults()).at(-1)?.happened).toBeGreaterThan(0);
  await backend.forgetFaults();
});
