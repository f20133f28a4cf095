import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyLook } from '#shared/contract/access-review.ts';
import { EXPORTS_PATH, type ExportOrder, ExportStreamLine } from '#shared/contract/exports.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { ExportListName, exportLists } from '#shared/export/lists.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { createWords } from '#shared/words/words.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const everything = { filters: noFilters, sort: newestFirst };

const post = (order: object, { session }: SignedIn = supervisor) =>
  fetch(`${backend.url}${EXPORTS_PATH}`, {
    method: 'POST',
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${session.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(order),
  });

const orderOf = (some: Partial<ExportOrder> = {}): ExportOrder => ({
  exportId: randomUUID(),
  list: 'payments',
  filters: everything,
  format: 'csv',
  ...some,
});

async function linesOf(response: Response): Promise<ExportStreamLine[]> {
  expect(response.status).toBe(200);
  const lines = (await response.text()).trimEnd().split('\n');
  return lines.map(line => ExportStreamLine.parse(JSON.parse(line)));
}
const rowsIn = (lines: ExportStreamLine[]) =>
  lines.flatMap(line => ('rows' in line ? line.rows : []));

async function recorded(exportId: string) {
  const { rows } = await backend.pool.query('SELECT * FROM data_export WHERE export_id = $1', [
    exportId,
  ]);
  return rows[0];
}
const endOf = (exportId: string) =>
  expect.poll(async () => (await recorded(exportId))?.ended, { timeout: 20_000 });

async function inTheTrail(exportId: string) {
  const { rows } = await backend.pool.query(
    `SELECT content::jsonb AS said FROM audit_record WHERE content::jsonb @> $1 ORDER BY number`,
    [JSON.stringify({ subjectKind: 'data_export', subject: exportId })],
  );
  return rows.map(({ said }) => `${said.action} ${said.outcome} ${said.user} ${said.detail}`);
}

const ofDay = { region: 'NCAL', day: '2026-11-20' };
const ofFloor = { region: null, days: '7' };

/** What lists are asked by that have to be asked by something. */
const askedBy: Partial<Record<ExportListName, Record<string, unknown>>> = {
  payments: everything,
  decidedApplications: { which: 'all' },
  exceptionQueue: { whose: 'everybodys', standing: 'open' },
  dayRows: ofDay,
  dayFindings: ofDay,
  dayPayments: { ...ofDay, stage: 'taken', method: 'ach', batch: null, source: 'ours' },
  dayCorrections: ofDay,
  accessLooks: everyLook,
  accessPatterns: { from: '2026-11-01', to: '2026-11-30' },
  floorDays: ofFloor,
  floorMethods: ofFloor,
  floorHours: ofFloor,
  floorDeclines: ofFloor,
};

it('every list there is can be exported, and each row has a cell in every column', async () => {
  const words = createWords('en');
  const { rows: known } = await backend.pool.query('SELECT key FROM payment LIMIT 1');
  const filters = { ...askedBy, paymentLife: { key: known[0].key } };
  const exported: Partial<Record<ExportListName, number>> = {};
  for (const list of ExportListName.options) {
    const lines = await linesOf(await post(orderOf({ list, filters: { ...filters[list] } })));
    expect(lines[0]).toHaveProperty('begun');
    expect(lines.at(-1)).toEqual({ whole: { rows: rowsIn(lines).length } });
    const { columns, linesOf: cellsOf } = exportLists[list];
    for (const { cells } of rowsIn(lines).flatMap(row => cellsOf(row, words))) {
      expect(cells).toHaveLength(columns.length);
    }
    exported[list] = rowsIn(lines).length;
  }
  expect(exported).toMatchObject({ paymentLife: 1, floorDays: 7 });
  for (const list of ['payments', 'accessLooks'] as const) {
    expect(exported[list], list).toBeGreaterThan(0);
  }
});

it.each(['floorDays', 'dayRows'] as const)(
  '%s of a region that is not theirs is refused',
  async list => {
    const { rows } = await backend.pool.query(
      `UPDATE user_account SET regions = ARRAY['SCAL'] WHERE user_id = 's.lindqvist' RETURNING (
       SELECT regions FROM user_account WHERE user_id = 's.lindqvist')`,
    );
    const filters = { ...askedBy[list], region: 'NCAL' };
    const lines = await linesOf(await post(orderOf({ list, filters })));
    await backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
      rows[0].regions,
    ]);
    expect(lines).toEqual([{ refused: 'not_allowed' }]);
  },
);

it('what was exported, by whom, and whose records it holds is in the trail', async () => {
  const order = orderOf();
  const rows = rowsIn(await linesOf(await post(order))) as { guarantorId: string }[];
  await endOf(order.exportId).toBe('whole');
  const sha256 = 'ab'.repeat(32);
  const kept = { params: { exportId: order.exportId }, body: { kept: 'saved' as const, sha256 } };
  await supervisor.value('exportKept', kept);
  // What was said first stands.
  await supervisor.value('exportKept', { ...kept, body: { kept: 'cancelled', sha256: null } });
  const guarantors = [...new Set(rows.map(({ guarantorId }) => guarantorId))].sort();
  const hash = createHash('sha256').update(guarantors.join(' ')).digest('hex');
  expect(await inTheTrail(order.exportId)).toEqual([
    'data_exported succeeded s.lindqvist payments as csv',
    `data_export_ended whole s.lindqvist ${rows.length} rows, ${guarantors.length} guarantors ${hash}`,
    `data_export_kept saved s.lindqvist ${sha256}`,
  ]);
  const { rows: seen } = await backend.pool.query(
    `SELECT guarantor_id FROM access_event WHERE action = 'record_exported' AND reason = $1 ORDER BY guarantor_id COLLATE "C"`,
    [`export ${order.exportId}`],
  );
  expect(seen.map(row => row.guarantor_id)).toEqual(guarantors);
});

it('neither a representative nor a counselor exports anything, and nothing of it is on record', async () => {
  for (const userId of ['r.ames', 'c.okafor']) {
    const order = orderOf();
    const answer = await post(order, await backend.signIn(userId));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'not_allowed' });
    expect(await recorded(order.exportId)).toBeUndefined();
  }
});

it.each([
  ['a list that there is not', { list: 'passwords' }],
  ['a format that there is not', { format: 'exe' }],
  ['filters of another list', { list: 'runs', filters: everything }],
  ['an id that is none', { exportId: "'; DROP TABLE payment; --" }],
])('%s is refused before anything is on record', async (_, some) => {
  const answer = await post({ ...orderOf(), ...some });
  expect(answer.status).toBe(400);
});

it('a search that nobody can make ends with its own reason, and a name in it is no pattern', async () => {
  const turned = { ...noFilters, from: '2026-02-01', to: '2026-01-01' };
  const lines = await linesOf(
    await post(orderOf({ filters: { filters: turned, sort: newestFirst } })),
  );
  expect(lines).toEqual([{ refused: 'search_dates_turned' }]);
  const odd = { ...noFilters, box: "%' OR 1=1 --" };
  const found = await linesOf(
    await post(orderOf({ filters: { filters: odd, sort: newestFirst } })),
  );
  expect(rowsIn(found)).toEqual([]);
});

it('the same export is begun once', async () => {
  const order = orderOf();
  await linesOf(await post(order));
  expect(await (await post(order)).json()).toMatchObject({ code: 'key_reused' });
});

describe('in the middle of an export', () => {
  /** The newest is in the first batch, the oldest in the last. */
  let newest: string;
  let oldest: { key: string; guarantor_id: string };
  beforeAll(async () => {
    await insteadOfPatients(backend, 1_200);
    const { rows } = await backend.pool.query(
      'SELECT key, guarantor_id FROM payment ORDER BY taken_at DESC, key DESC',
    );
    newest = rows[0].guarantor_id;
    oldest = rows.at(-1);
  });

  /** Brings an export to a stand in its first batch, until it is let go: nobody else may write whose records left. */
  async function held(order: ExportOrder, waiting = 1) {
    const client = await backend.pool.connect();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id, reason)
       VALUES (gen_random_uuid(), now(), 's.lindqvist', $1, 'record_exported', $2, $3)`,
      [supervisor.workstationId, newest, `export ${order.exportId}`],
    );
    const answer = await post(order);
    await expect
      .poll(
        async () => {
          const { rowCount } = await backend.pool.query(
            `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%record_exported%'`,
          );
          return rowCount;
        },
        { timeout: 20_000 },
      )
      .toBe(waiting);
    return {
      answer,
      async letGo() {
        await client.query('ROLLBACK');
        client.release();
      },
    };
  }

  it('what changes stands in the file as it stood at the beginning', async () => {
    const { answer, letGo } = await held(orderOf());
    await backend.pool.query(
      `UPDATE guarantor SET family_name = 'Meanwhile' WHERE guarantor_id = $1`,
      [oldest.guarantor_id],
    );
    await letGo();
    const rows = rowsIn(await linesOf(answer)) as { key: string; guarantorName: string }[];
    expect(rows).toHaveLength(1_200);
    expect(rows.find(({ key }) => key === oldest.key)?.guarantorName).not.toMatch(/Meanwhile/);
  });

  it('who loses the role gets no further row, and the trail says how far it came', async () => {
    const order = orderOf();
    const { answer, letGo } = await held(order);
    const roleIs = (role: string) =>
      backend.pool.query(`UPDATE user_account SET role = $1 WHERE user_id = 's.lindqvist'`, [role]);
    await roleIs('representative');
    await letGo();
    const lines = await linesOf(answer);
    await roleIs('supervisor');
    expect(lines.at(-1)).toEqual({ refused: 'not_allowed' });
    await endOf(order.exportId).toBe('refused');
    expect(Number((await recorded(order.exportId)).row_count)).toBe(rowsIn(lines).length);
    expect(rowsIn(lines).length).toBeLessThan(1_200);
  });

  it('who goes away leaves a broken export on record, and its place to the next', async () => {
    const order = orderOf();
    const { answer, letGo } = await held(order);
    await answer.body?.cancel();
    await letGo();
    await endOf(order.exportId).toBe('broken');
    expect(rowsIn(await linesOf(await post(orderOf())))).toHaveLength(1_200);
  });

  it('a third one at once is told to wait', async () => {
    const [one, two] = [await held(orderOf()), await held(orderOf(), 2)];
    const third = await post(orderOf());
    expect(third.status).toBe(503);
    expect(await third.json()).toMatchObject({ code: 'export_busy' });
    for (const each of [one, two]) await each.letGo();
    for (const each of [one, two]) expect(rowsIn(await linesOf(each.answer))).toHaveLength(1_200);
  });

  it('nothing that was said of an export can be changed or taken away', async () => {
    const order = orderOf();
    await linesOf(await post(order));
    await endOf(order.exportId).toBe('whole');
    for (const change of [
      `UPDATE data_export SET row_count = 1 WHERE export_id = '${order.exportId}'`,
      `UPDATE data_export SET user_id = 'r.ames' WHERE export_id = '${order.exportId}'`,
      `DELETE FROM data_export WHERE export_id = '${order.exportId}'`,
    ]) {
      await expect(backend.pool.query(change)).rejects.toThrow();
    }
  });
});
