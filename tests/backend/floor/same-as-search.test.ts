import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database } from '#backend/database/connect.ts';
import type { Tables } from '#backend/database/tables.ts';
import { handledCalls } from '#backend/floor/handled-calls.ts';
import { paymentSums } from '#backend/floor/payments-taken.ts';
import { instalmentsMissed, plansOffered } from '#backend/floor/plans-offered.ts';
import { promisesDue } from '#backend/floor/promises-due.ts';
import { dayOf } from '#backend/floor/zone.ts';
import { matching } from '#backend/search/matching.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { FloorDay } from '#shared/contract/floor.ts';
import type { SearchTotals } from '#shared/contract/payment-search.ts';
import { declinedIn, standingIn, standingStates } from '#shared/floor/counted.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { noFilters, type PaymentFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
let db: Database;

/** Clocks went back on November 1, 2026; Hawaii has none that do. */
const edges = [
  ['GA', '2026-11-01T03:59:59.999Z'],
  ['GA', '2026-11-01T04:00:00.000Z'],
  ['NCAL', '2026-11-01T06:59:59.999Z'],
  ['NCAL', '2026-11-01T07:00:00.000Z'],
  ['NCAL', '2026-11-01T08:30:00.000Z'],
  ['NCAL', '2026-11-01T09:30:00.000Z'],
  ['NCAL', '2026-11-02T07:59:59.999Z'],
  ['NCAL', '2026-11-02T08:00:00.000Z'],
  ['HI', '2026-11-02T09:59:59.999Z'],
  ['HI', '2026-11-02T10:00:00.000Z'],
] as const;

/** Offers of a year, so that reading all of them would be dear. */
async function manyOffers(): Promise<void> {
  const client = await backend.pool.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(`
    INSERT INTO plan_offer (offer_id, guarantor_id, wish, disclosure, disclosure_hash, good_on, offered_at, user_id,
      workstation_id, call_id, verification_id)
    SELECT gen_random_uuid(), guarantor_id, '{}', '{}', repeat('a', 64), '2026-11-02',
      timestamptz '2026-11-02T20:00Z' - row_number() OVER () * interval '6 hours', 'r.ames', gen_random_uuid(),
      gen_random_uuid(), gen_random_uuid() FROM guarantor`);
  await client.query('SET session_replication_role = DEFAULT');
  client.release();
}

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-02T20:30Z' });
  await insteadOfPatients(backend, 12_000, '2026-11-02T20:00:00Z');
  for (const [region, at] of edges) {
    await backend.pool.query(
      `WITH moved AS (UPDATE payment_search SET taken_at = $2 WHERE key = (SELECT key FROM payment_search
         WHERE region = $1 AND state = 'settled' AND taken_at < '2026-06-01' LIMIT 1) RETURNING key)
       UPDATE payment SET taken_at = $2 FROM moved WHERE payment.key = moved.key`,
      [region, at],
    );
  }
  await manyOffers();
  await backend.pool.query('VACUUM ANALYZE payment_search, plan_offer');
  supervisor = await backend.signIn('s.lindqvist');
  db = connect(backend.pool);
}, 120_000);
afterAll(() => backend.stop());

const totals = async (filters: PaymentFilters) => {
  const found = await supervisor.value('totalPayments', { body: { filters } });
  if (!found.exact) throw new Error('Too many for a test.');
  return found;
};

const floorOf = (region: RegionCode | undefined, days: '7' | '30' = '7') =>
  supervisor.value('floor', { query: { days, ...(region && { region }) } });

function byMethod({ groups }: Extract<SearchTotals, { exact: true }>): FloorDay['taken'] {
  const methods = [...new Set(groups.map(({ method }) => method))].sort();
  return methods.map(method => {
    const of = groups.filter(each => each.method === method);
    const count = of.reduce((sum, each) => sum + each.count, 0);
    const cents = of.reduce((sum, each) => sum + each.cents, 0) as never;
    return { method, count, cents };
  });
}

it.each([undefined, 'NCAL', 'GA', 'HI'] as const)(
  'each day of %s is what the search finds with the same filters',
  async code => {
    const region = code ?? null;
    const { days } = await floorOf(code);
    expect(days.at(-1)?.on).toBe('2026-11-02');
    expect(days.some(({ taken }) => taken.length > 1)).toBe(true);
    for (const { on, taken, cards } of days) {
      const span = { region, from: on, to: on };
      expect([on, taken]).toEqual([on, byMethod(await totals(standingIn(span)))]);
      expect([on, cards.declined]).toEqual([on, (await totals(declinedIn(span))).count]);
    }
  },
);

it('counts a payment on the date of its own region, also where clocks are put back', async () => {
  const { rows } = await backend.pool.query<{ at: string; region: RegionCode }>(
    `SELECT taken_at AS at, region FROM payment_search WHERE state = ANY ($1)`,
    [standingStates],
  );
  const plain = rows.map(({ at, region }) =>
    dateIn(regions[region].timeZone, instantOf(Date.parse(at))),
  );
  const { days, hours } = await floorOf(undefined, '30');
  for (const { on, taken } of days) {
    const count = taken.reduce((sum, each) => sum + each.count, 0);
    expect([on, count]).toEqual([on, plain.filter(day => day === on).length]);
  }
  const today = days.at(-1)?.taken.reduce((sum, each) => sum + each.cents, 0);
  const ofHours = hours.flatMap(({ taken }) => taken).reduce((sum, each) => sum + each.cents, 0);
  expect(ofHours).toBe(today);
});

it('names why cards were declined, as many as were', async () => {
  const { days, declines } = await floorOf(undefined, '30');
  const declined = days.reduce((sum, { cards }) => sum + cards.declined, 0);
  expect(declined).toBeGreaterThan(0);
  expect(declines.reduce((sum, { count }) => sum + count, 0)).toBe(declined);
  for (const { cards } of days) expect(cards.answered).toBeGreaterThanOrEqual(cards.declined);
});

it('shows a supervisor their own regions and refuses another', async () => {
  await backend.pool.query(
    `UPDATE user_account SET regions = '{HI,CO}' WHERE user_id = 's.lindqvist'`,
  );
  supervisor = await backend.signIn('s.lindqvist');
  const { days } = await floorOf(undefined);
  for (const { on, taken } of days) {
    const found = await totals(standingIn({ region: null, from: on, to: on }));
    expect(taken).toEqual(byMethod(found));
  }
  const refused = await supervisor.ask('floor', { query: { days: '7', region: 'NCAL' } });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'not_allowed' } });
  await backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
    RegionCode.options,
  ]);
  supervisor = await backend.signIn('s.lindqvist');
});

it('the database knows the zone of every region', async () => {
  const { rows } = await backend.pool.query(
    'SELECT code, zone_of_region(code) AS zone FROM unnest($1::text[]) AS code',
    [RegionCode.options],
  );
  expect(rows).toEqual(RegionCode.options.map(code => ({ code, zone: regions[code].timeZone })));
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}
const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)];

async function indexesOf({ sql, parameters }: CompiledQuery): Promise<(string | undefined)[]> {
  const client = await backend.pool.connect();
  try {
    // As with many rows, reading all of them is never worth while.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
    const nodes = everyNode(rows[0]['QUERY PLAN'][0].Plan);
    expect(nodes.map(node => node['Node Type'])).not.toContain('Seq Scan');
    return nodes.flatMap(node => node['Index Name'] ?? []);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const [from, to] = ['2026-10-27', '2026-11-02'] as [CalendarDate, CalendarDate];

it.each([
  [null, 'payment_search_by_time'],
  ['GA', 'payment_search_by_region'],
] as const)('reads the payments of %s out of one index', async (region, index) => {
  const conditions = await matching(
    db,
    { ...noFilters, region, from, to },
    RegionCode.options,
    backend.now(),
  );
  if (!conditions) throw new Error('There can be none.');
  const day = dayOf(RegionCode.options, 'found.taken_at', 'found.region');
  expect(await indexesOf(paymentSums(day, conditions).compile(db))).toEqual([index]);
});

it.each([
  ['calls', handledCalls, 'handled_call_by_day'],
  ['promises', promisesDue, 'promise_to_pay_by_day'],
  ['plans', plansOffered, 'plan_offer_by_time'],
  ['missed instalments', instalmentsMissed, 'plan_event_missed_by_day'],
] as const)('reads the %s of the days out of their index', async (_, read, index) => {
  const asked: CompiledQuery[] = [];
  const overheard = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: backend.pool }),
    log: ({ query }) => void asked.push(query),
  });
  await read(overheard, { scope: RegionCode.options, from, to });
  const [query] = asked;
  if (!query) throw new Error('Nothing was asked.');
  expect(await indexesOf(query)).toContain(index);
});
