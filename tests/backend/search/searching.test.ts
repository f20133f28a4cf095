import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { SearchedPayment, SearchPage } from '#shared/contract/payment-search.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import {
  noFilters,
  type PaymentFilters,
  SearchOrder,
  type SearchSort,
} from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  await insteadOfPatients(backend, 2_400);
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

interface Plain {
  key: string;
  at: number;
  region: RegionCode;
  taker: string | null;
  state: string;
  method: string;
  cents: number;
  last4: string | null;
  mrn: string;
}

/** Every payment, read without the search. */
async function everything(): Promise<Plain[]> {
  const { rows } = await backend.pool.query(`
    SELECT key, taken_at AS at, region, taken_by AS taker, payment.state, method_kind AS method, amount_cents AS cents,
      coalesce(card_last4, bank_last4) AS last4, substr(guarantor_id, 2) AS mrn
    FROM payment JOIN guarantor USING (guarantor_id)`);
  return rows.map(row => ({ ...row, at: Date.parse(row.at) }));
}

const newest: SearchSort = { by: 'time', direction: 'descending' };

/** All pages after each other, from the first to the last. */
async function walk(filters: Partial<PaymentFilters>, sort = newest) {
  const found: SearchedPayment[] = [];
  let place: { side: 'after' | 'before'; cursor: string } | null = null;
  for (;;) {
    const body = { filters: { ...noFilters, ...filters }, sort, place, again: false };
    const page: SearchPage = await supervisor.value('searchPayments', { body });
    found.push(...page.payments);
    if (page.after === null) return found;
    place = { side: 'after', cursor: page.after };
  }
}

const localDate = ({ at, region }: Plain) => dateIn(regions[region].timeZone, instantOf(at));

const questions: [string, Partial<PaymentFilters>, (payment: Plain) => boolean][] = [
  ['nothing in particular', {}, () => true],
  ['a state', { states: ['returned'] }, ({ state }) => state === 'returned'],
  [
    'states',
    { states: ['voided', 'declined'] },
    ({ state }) => ['voided', 'declined'].includes(state),
  ],
  ['a method', { methods: ['wire'] }, ({ method }) => method === 'wire'],
  ['a state that a method never has', { states: ['declined'], methods: ['wire'] }, () => false],
  ['whoever took it', { taker: 'bench.1' }, ({ taker }) => taker === 'bench.1'],
  ['a region', { region: 'HI' }, ({ region }) => region === 'HI'],
  [
    'amounts',
    { fromCents: 5_000, toCents: 9_000 },
    ({ cents }) => cents >= 5_000 && cents <= 9_000,
  ],
  ['a patient', { patient: '00000007' }, ({ mrn }) => mrn === '00000007'],
  ['an MRN in the box', { box: 'MRN 00000007' }, ({ mrn }) => mrn === '00000007'],
  ['an account in the box', { box: '00-000007' }, ({ mrn }) => mrn === '00000007'],
  ['a guarantor in the box', { box: '300000007' }, ({ mrn }) => mrn === '00000007'],
  ['a bill-pay number in the box', { box: '10000000007' }, ({ mrn }) => mrn === '00000007'],
  ['a family name in the box', { box: 'FAMILY28' }, ({ mrn }) => /^0*28\d?$/.test(mrn)],
  ['a whole name in the box', { box: 'given7 family7' }, ({ mrn }) => /^0*7$/.test(mrn)],
  [
    'days in the zone of each region',
    { from: '2026-03-02', to: '2026-03-20' },
    payment => localDate(payment) >= '2026-03-02' && localDate(payment) <= '2026-03-20',
  ],
  [
    'several things at once',
    {
      states: ['settled'],
      methods: ['card', 'ach'],
      fromCents: 1_000,
      to: '2026-01-31',
      region: 'NCAL',
    },
    payment =>
      payment.state === 'settled' &&
      payment.cents >= 1_000 &&
      payment.region === 'NCAL' &&
      localDate(payment) <= '2026-01-31',
  ],
  [
    'what nobody knows the outcome of',
    { exception: 'unknown' },
    ({ state }) => state === 'unknown',
  ],
];

describe('a search by', () => {
  it.each(questions)(
    '%s finds what there is, all of it and nothing else',
    async (_, filters, holds) => {
      const wanted = (await everything()).filter(holds);
      const found = await walk(filters);
      expect(found.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
      const totals = await supervisor.value('totalPayments', {
        body: { filters: { ...noFilters, ...filters } },
      });
      expect(totals).toMatchObject({
        exact: true,
        count: wanted.length,
        cents: wanted.reduce((sum, { cents }) => sum + cents, 0),
      });
    },
  );

  it('the end of a card, a confirmation number or a payment finds that one', async () => {
    const [some] = await walk({ methods: ['card'], states: ['settled'] });
    if (some?.method.kind !== 'card') throw new Error('There is no settled card.');
    const { last4 } = some.method;
    const ends = (await everything()).filter(each => each.last4 === last4).map(({ key }) => key);
    for (const by of [{ box: last4 }, { last4 }]) {
      expect((await walk(by)).map(({ key }) => key).sort()).toEqual(ends.sort());
    }
    expect((await walk({ box: some.key })).map(({ key }) => key)).toEqual([some.key]);
  });

  it('wildcards and SQL finds nobody, and changes nothing', async () => {
    for (const box of ["'; DROP TABLE payment; --", '%amily', 'fam_ly', '.*amily', '\\']) {
      const answer = await supervisor.ask('searchPayments', {
        body: { filters: { ...noFilters, box }, sort: newest, place: null, again: false },
      });
      expect(answer.ok ? answer.value.payments : answer.problem.code).toEqual(
        box === '\\' ? 'search_not_understood' : [],
      );
    }
    expect(await walk({ box: "' OR '1'='1' -- x" })).toEqual([]);
    expect((await everything()).length).toBe(2_400);
  });
});

describe('the pages of a search', () => {
  it.each(
    SearchOrder.options.flatMap(by =>
      (['ascending', 'descending'] as const).map(direction => ({ by, direction })),
    ),
  )('by $by, $direction, hold each payment once and lead back as they led there', async sort => {
    const found = await walk({ region: 'NCAL' }, sort);
    const keys = found.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe((await everything()).filter(({ region }) => region === 'NCAL').length);
    const value = (payment: (typeof found)[number]) =>
      ({
        time: payment.takenAt,
        amount: String(payment.amountCents).padStart(12, '0'),
        taker: payment.takenByName?.toLowerCase().replaceAll(' ', '') ?? '',
        state: payment.state,
        method: payment.method.kind,
      })[sort.by];
    const values = found.map(value);
    const up = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(values).toEqual(sort.direction === 'ascending' ? up : up.toReversed());

    const filters = { ...noFilters, region: 'NCAL' };
    const first = await supervisor.value('searchPayments', {
      body: { filters, sort, place: null, again: false },
    });
    expect(first.before).toBeNull();
    const second = await supervisor.value('searchPayments', {
      body: { filters, sort, place: { side: 'after', cursor: first.after ?? '' }, again: false },
    });
    const back = await supervisor.value('searchPayments', {
      body: { filters, sort, place: { side: 'before', cursor: second.before ?? '' }, again: false },
    });
    expect(back.payments).toEqual(first.payments);
    expect(back.before).toBeNull();
    expect(back.after).toBe(first.after);
  });

  it('hold each payment once whatever they are narrowed to, in every order', async () => {
    const narrowed: [Partial<PaymentFilters>, (payment: Plain) => boolean][] = [
      [
        {
          region: 'NCAL',
          states: ['declined', 'settled', 'received'],
          methods: ['card', 'ach', 'wire'],
        },
        ({ region, state, method }) =>
          region === 'NCAL' &&
          ['declined', 'settled', 'received'].includes(state) &&
          ['card', 'ach', 'wire'].includes(method),
      ],
      [{ box: 'family1' }, ({ mrn }) => /^0*1/.test(mrn)],
    ];
    const payments = await everything();
    for (const [filters, holds] of narrowed) {
      const wanted = payments.filter(holds).map(({ key }) => key);
      for (const by of SearchOrder.options) {
        for (const direction of ['ascending', 'descending'] as const) {
          const found = await walk(filters, { by, direction });
          expect(found.map(({ key }) => key).sort()).toEqual(wanted.toSorted());
        }
      }
    }
  });

  it('of another order, or made by hand, are refused in one sentence', async () => {
    const body = { filters: noFilters, sort: newest, place: null, again: false };
    const { after } = await supervisor.value('searchPayments', { body });
    const byAmount: SearchSort = { by: 'amount', direction: 'ascending' };
    for (const cursor of [after ?? '', 'x', Buffer.from('{"by":"amount"}').toString('base64url')]) {
      const place = { side: 'after' as const, cursor };
      expect(
        await supervisor.ask('searchPayments', { body: { ...body, sort: byAmount, place } }),
      ).toMatchObject({ problem: { code: 'search_place_unknown' } });
    }
  });
});

describe('whoever searches', () => {
  it('sees the payments of their regions, and none by asking for another', async () => {
    await backend.pool.query(
      `UPDATE user_account SET regions = '{HI,GA}' WHERE user_id = 's.lindqvist'`,
    );
    try {
      supervisor = await backend.signIn('s.lindqvist');
      const found = await walk({});
      expect(new Set(found.map(({ region }) => region))).toEqual(new Set(['HI', 'GA']));
      expect(await walk({ region: 'CO' })).toEqual([]);
      const hidden = (await everything()).find(({ region }) => region === 'CO');
      expect(await walk({ box: hidden?.key ?? '' })).toEqual([]);
    } finally {
      const all = `{${RegionCode.options.join(',')}}`;
      await backend.pool.query(
        `UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`,
        [all],
      );
      supervisor = await backend.signIn('s.lindqvist');
    }
  });

  it('is a supervisor', async () => {
    const representative = await backend.signIn('r.ames');
    const body = { filters: noFilters, sort: newest, place: null, again: false };
    expect(await representative.ask('searchPayments', { body })).toMatchObject({
      problem: { code: 'not_allowed' },
    });
  });

  it('leaves what they searched by and whom they saw, and not what they typed', async () => {
    const before = backend.now();
    backend.later(2 * 3_600_000);
    supervisor = await backend.signIn('s.lindqvist');
    await walk({ box: 'given7 family7', states: ['settled'] });
    const { rows } = await backend.pool.query(
      `SELECT action, guarantor_id, reason FROM access_event WHERE user_id = 's.lindqvist' AND at > $1`,
      [instantOf(before)],
    );
    expect(rows).toContainEqual({
      action: 'payments_searched',
      guarantor_id: null,
      reason: 'payment search by name, states',
    });
    expect(rows).toContainEqual(
      expect.objectContaining({ action: 'payment_listed', guarantor_id: '300000007' }),
    );
    expect(JSON.stringify(rows)).not.toContain('family7');
    await walk({ box: 'given7 family7', states: ['settled'] });
    const again = await backend.pool.query(
      `SELECT count(*)::int AS count FROM access_event WHERE at > $1 AND action = 'payment_listed'
        AND guarantor_id = '300000007'`,
      [instantOf(before)],
    );
    expect(again.rows[0].count).toBe(1);
  });

  it('is told in one sentence what cannot be searched for', async () => {
    for (const [filters, code] of [
      [{ from: '2026-03-02', to: '2026-03-01' }, 'search_dates_turned'],
      [{ states: ['nearly'] }, 'search_state_unknown'],
      [{ taker: 'nobody' }, 'search_taker_unknown'],
      [{ box: 'x'.repeat(200) }, 'search_too_long'],
      [{ box: 'given7 %' }, null],
    ] as const) {
      const asked = { ...noFilters, ...filters } as PaymentFilters;
      const answer = await supervisor.ask('searchPayments', {
        body: { filters: asked, sort: newest, place: null, again: false },
      });
      expect(answer.ok ? null : answer.problem.code).toBe(code);
    }
  });
});
