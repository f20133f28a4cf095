import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '#backend/database/connect.ts';
import { matching } from '#backend/search/matching.ts';
import { pageQuery } from '#backend/search/page-query.ts';
import type { Place } from '#backend/search/place.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { noFilters, type PaymentFilters, SearchOrder } from '#shared/search/payment-search.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let db: Database;
beforeAll(async () => {
  backend = await startTestBackend();
  await insteadOfPatients(backend, 20_000);
  db = connect(backend.pool);
}, 120_000);
afterAll(() => backend.stop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plan Rows': number;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)];

const ofSearch = ({ 'Relation Name': table, 'Index Name': index }: Plan) =>
  table === 'payment_search' || (index ?? '').startsWith('payment_search_');

async function planOf(
  filters: Partial<PaymentFilters>,
  by: SearchOrder,
  place: Place | null = null,
) {
  const conditions = await matching(
    db,
    { ...noFilters, ...filters },
    RegionCode.options,
    Date.parse('2026-11-20T18:00Z'),
  );
  if (!conditions) throw new Error('There can be none.');
  const sort = { by, direction: 'descending' } as const;
  const { areFew } = conditions;
  const { sql, parameters } = pageQuery({
    conditions,
    areFew,
    sort,
    side: 'after',
    place,
  }).compile(db);
  const client = await backend.pool.connect();
  try {
    // As with a million rows, reading all of them is never worth while.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL random_page_cost = 1.1');
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
    return everyNode(rows[0]['QUERY PLAN'][0].Plan as Plan);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const indexOf: Readonly<Record<SearchOrder, string>> = {
  time: 'payment_search_by_time',
  amount: 'payment_search_by_amount',
  taker: 'payment_search_by_taker',
  state: 'payment_search_by_state',
  method: 'payment_search_by_method',
};

describe('the first page of payments', () => {
  it.each(SearchOrder.options)('by %s comes out of the index of that order, unsorted', async by => {
    for (const filters of [{}, { fromCents: 500, region: 'NCAL' }, { to: '2026-01-31' }]) {
      const nodes = await planOf(filters, by);
      const page = nodes.slice(nodes.findIndex(({ 'Node Type': type }) => type === 'Limit'));
      expect(page.filter(ofSearch).map(node => node['Index Name'])).toEqual([indexOf[by]]);
      expect(page.map(node => node['Node Type'])).not.toContain('Sort');
    }
  });

  it.each<[string, Partial<PaymentFilters>]>([
    ['a day', { from: '2026-03-02', to: '2026-03-02' }],
    ['a few amounts', { fromCents: 10_000, toCents: 10_020 }],
    ['the end of a card', { box: '4242' }],
    ['a patient', { box: '00000007' }],
    ['an account', { box: '00-000007' }],
    ['a name', { box: 'family77' }],
    ['a confirmation number', { confirmation: '7KD-4RX-A3P' }],
    ['what nobody knows', { exception: 'unknown' }],
    ['what came back and waits', { exception: 'returned' }],
    ['what has not posted', { exception: 'unposted' }],
    ['a state that few are in, of one person', { taker: 'bench.7', states: ['voided'] }],
    ['the cards posted on a day', { batch: { kind: 'card_posting', postedOn: '2026-03-02' } }],
  ])('of %s reads those and no others, in whatever order', async (_, filters) => {
    for (const by of SearchOrder.options) {
      const nodes = await planOf(filters, by);
      expect(nodes.filter(ofSearch).length).toBeGreaterThan(0);
      for (const node of nodes.filter(ofSearch)) {
        expect(node['Node Type']).toMatch(/Index|Bitmap/);
        expect(node['Plan Rows']).toBeLessThan(4_000);
      }
      expect(nodes.map(node => node['Node Type'])).not.toContain('Seq Scan');
    }
  });
});

describe('a page that goes on from a place', () => {
  const key = '01990000-0000-7000-8000-000000000000';
  const at = '2025-06-01T12:00:00.000000Z';
  it.each<[SearchOrder, string | number | null]>([
    ['time', null],
    ['amount', 12_345],
    ['taker', 'person3 bench.3'],
    ['state', 'settled'],
    ['method', 'card'],
  ])('by %s begins there, and walks through nothing before it', async (by, of) => {
    for (const filters of [{}, { fromCents: 500 }, { states: ['declined', 'settled'] }]) {
      const nodes = (await planOf(filters, by, { by, of, at, key })).filter(ofSearch);
      // Those of one state are in the order of time in either index.
      for (const node of nodes) {
        expect([indexOf[by], indexOf.time]).toContain(node['Index Name']);
      }
      const begins = nodes.map(node => node['Index Cond'] ?? '').join();
      expect(begins).toContain(at.slice(0, 10));
      const types = nodes.map(node => node['Node Type']);
      expect(new Set(types)).toEqual(new Set(['Index Only Scan']));
    }
  });
});
