import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORTS_PATH } from '#shared/contract/exports.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { ExportListName } from '#shared/export/lists.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { queuesOfAllRegions } from '#tests/support/queues-of-all-regions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** A supervisor of Hawaii, in books of which a twelfth is Hawaii's. */
const OWN = 'HI';

let backend: TestBackend;
let supervisor: SignedIn;
let others: Set<string>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  await insteadOfPatients(backend, 1_200);
  await queuesOfAllRegions(backend);
  await backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
    [OWN],
  ]);
  supervisor = await backend.signIn('s.lindqvist');
  const { rows } = await backend.pool.query(
    `SELECT guarantor_id AS id FROM guarantor WHERE region <> $1`,
    [OWN],
  );
  others = new Set(rows.map(({ id }) => id));
});
afterAll(() => backend.stop());

/** Everybody whom a text names, by number or by name: both are made of one number. */
function peopleIn(text: string): string[] {
  const named = [...text.matchAll(/\b3\d{8}\b/g)].map(([id]) => id);
  const called = [...text.matchAll(/Given\d+ Family(\d+)/g)].map(
    ([, n = '']) => `3${n.padStart(8, '0')}`,
  );
  return [...new Set([...named, ...called])];
}

function expectOwnAlone(shown: unknown): number {
  const people = peopleIn(JSON.stringify(shown));
  expect(people.filter(id => others.has(id))).toEqual([]);
  return people.length;
}

const count = async (query: string): Promise<number> =>
  (await backend.pool.query(`SELECT count(*)::int AS count ${query}`, [OWN])).rows[0].count;

const everyLook = { user: null, patient: null, from: null, to: null, purpose: null };
const days = { from: '2026-11-09', to: '2026-11-20' };
const ofDay = { region: OWN, day: '2026-11-20' };
const filters: Partial<Record<ExportListName, object>> = {
  payments: { filters: noFilters, sort: newestFirst },
  decidedApplications: { which: 'all' },
  exceptionQueue: { whose: 'everybodys', standing: 'open' },
  dayRows: ofDay,
  dayFindings: ofDay,
  dayPayments: { ...ofDay, stage: 'taken', method: 'ach', batch: null, source: 'ours' },
  dayCorrections: ofDay,
  accessLooks: { ...everyLook, withoutCall: null },
  accessPatterns: days,
  floorDays: { region: null, days: '7' },
  floorMethods: { region: null, days: '7' },
  floorHours: { region: null, days: '7' },
  floorDeclines: { region: null, days: '7' },
};

async function exported(list: ExportListName, narrowed: object = {}): Promise<string> {
  const answer = await fetch(`${backend.url}${EXPORTS_PATH}`, {
    method: 'POST',
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${supervisor.session.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      exportId: randomUUID(),
      list,
      filters: { ...filters[list], ...narrowed },
      format: 'csv',
    }),
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The trail is one chain over all regions, and names records alone; a life is asked for by its key (below). */
const ofNoRegion: ExportListName[] = ['auditRecords', 'paymentLife'];

describe('a file', () => {
  test.each(ExportListName.options.filter(list => !ofNoRegion.includes(list)))(
    'of %s names nobody of another region',
    async list => {
      const text = await exported(list);
      expect(text).toContain('"whole"');
      const people = expectOwnAlone(text);
      const filled: ExportListName[] = ['payments', 'exceptionQueue', 'approvals', 'accessLooks'];
      if (filled.includes(list)) expect(people).toBeGreaterThan(3);
    },
  );

  test('of what was resolved names nobody of another region', async () => {
    expect(expectOwnAlone(await exported('exceptionQueue', { standing: 'resolved' }))).toBe(
      await count('FROM guarantor WHERE region = $1'),
    );
  });
});

describe('a number', () => {
  test('of what waits, what was found and what was taken counts the own regions alone', async () => {
    const totals = await supervisor.value('totalPayments', { body: { filters: noFilters } });
    expect(totals).toMatchObject({
      count: await count('FROM payment JOIN guarantor USING (guarantor_id) WHERE region = $1'),
    });
    const open = await count(
      `FROM exception_case JOIN guarantor USING (guarantor_id) WHERE region = $1 AND resolved_at IS NULL`,
    );
    const ofNobody = await count(
      `FROM exception_case WHERE guarantor_id IS NULL AND resolved_at IS NULL AND $1 <> ''`,
    );
    const counts = await supervisor.value('exceptionCounts', {});
    expect(open).toBeGreaterThan(3);
    expect(counts.open).toBe(open + ofNobody);
    const { days: floor } = await supervisor.value('floor', { query: { days: '90' } });
    const taken = floor.flatMap(day => day.taken).reduce((sum, each) => sum + each.count, 0);
    const everywhere = await count(
      `FROM payment WHERE taken_at > timestamptz '2026-08-25' AND payment.state IN ('approved', 'originated', 'posted',
         'settled', 'received') AND $1 <> ''`,
    );
    expect(taken).toBeLessThan(everywhere / 2);
  });

  test('of what stands out counts looks at the own patients alone', async () => {
    const { patterns } = await supervisor.value('accessPatterns', { body: days });
    const looks = await count(
      `FROM access_event JOIN guarantor USING (guarantor_id) WHERE user_id = 'r.ames' AND region = $1
         AND action = 'record_read'`,
    );
    const all = patterns.find(
      ({ key }) => key.pattern === 'without_call' && key.userId === 'r.ames',
    );
    expect(all?.looks).toBe(looks);
    expectOwnAlone(patterns);
  });
});

test('a life of another region is in no file', async () => {
  const { rows } = await backend.pool.query(
    'SELECT payment.key FROM payment JOIN guarantor USING (guarantor_id) WHERE region <> $1 LIMIT 1',
    [OWN],
  );
  const text = await exported('paymentLife', { key: rows[0].key });
  expect(text.split('\n').slice(1)).toEqual(['{"refused":"payment_not_found"}', '']);
});

test('a name that more people elsewhere have than are read says so, and leaves nobody out in silence', async () => {
  const client = await backend.pool.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(`
    INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street, postal_code, city,
      state, phone, region, language)
    SELECT '6' || lpad(n::text, 8, '0'), '6' || lpad(n::text, 10, '0'), 'Ann', 'Quill', '1970-01-01', 'Street 1', '94100',
      'City', 'CA', '4155550100', CASE n WHEN 2500 THEN 'HI' ELSE 'NCAL' END, 'en' FROM generate_series(1, 2500) AS n`);
  await client.query('SET session_replication_role = DEFAULT');
  client.release();
  const ask = (box: string) => {
    const body = { filters: { ...noFilters, box }, sort: newestFirst, place: null, again: false };
    return supervisor.ask('searchPayments', { body });
  };
  expect(await ask('quill')).toMatchObject({ problem: { code: 'search_many_names' } });
  expect(await ask('nobody at all')).toMatchObject({ value: { payments: [] } });
});
