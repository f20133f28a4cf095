import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import { newestFirst, noFilters, type PaymentFilters } from '#shared/search/payment-search.ts';
import { problems } from '#shared/words/en/problems.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const faults: unknown[] = [];
let backend: TestBackend;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend({ report: fault => faults.push(fault) });
  await insteadOfPatients(backend, 400);
  desk = startTestDesk(backend.url, { running: false });
  await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

/** Whatever is typed is a question: of the books nothing is ever changed by it. */
const books = async () =>
  (
    await backend.pool.query(`SELECT (SELECT count(*) FROM payment) AS payments, (SELECT count(*) FROM saved_view) AS views,
      (SELECT count(*) FROM user_account) AS people, (SELECT sum(amount_cents) FROM payment) AS cents`)
  ).rows[0];
let before: unknown[];
beforeEach(async () => {
  before = [await books(), whatIsWritten(desk)];
});
afterEach(async () => {
  expect([await books(), whatIsWritten(desk)]).toEqual(before);
  expect(faults).toEqual([]);
});

const ask = (filters: Partial<PaymentFilters>) =>
  desk.ask('search.payments', {
    filters: { ...noFilters, ...filters },
    sort: newestFirst,
    place: null,
    again: false,
  });
const total = (filters: Partial<PaymentFilters>) =>
  desk.ask('search.totals', { filters: { ...noFilters, ...filters } });
const copied = (filters: Partial<PaymentFilters>) =>
  desk.ask('search.copied', { filters: { ...noFilters, ...filters }, sort: newestFirst });

describe('what is typed into the box', () => {
  test.each([
    '%',
    '_',
    '*',
    '%amily1%',
    'fam_ly1',
    '.*',
    '[a-z]+\\d{1,3}$',
    '(?=.)(a+)+$',
    "'; DROP TABLE payment; --",
    "' OR '1'='1",
    '" OR ""="',
    '1; SELECT pg_sleep(9)',
    '\\',
    '\\x00',
    '$1',
    '{{7*7}} #{7*7}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    'line\nbreak\ttab',
    '\u202egnp.exe',
    '\u200b\u200d',
    '😀 🏳️‍🌈',
    '٣٤٥٦',
    '４２４２',
    '𝟒𝟐𝟒𝟐',
    '1e3',
    '0x1F',
    '$-5.00',
    '$0.001',
    '$99999999999999999999',
    '$1,2,3.00',
    'NaN',
    'Infinity',
    'null',
    'İstanbul ﬀ',
  ])('%j finds what it says, or is refused in one sentence', async box => {
    for (const reply of [await ask({ box }), await total({ box }), await copied({ box })]) {
      if (reply.ok) continue;
      expectRefused(reply, 'search_not_understood', 'filters.box');
    }
    const reply = await ask({ box });
    // Nothing of it is a pattern: there is nobody of such a name, and no such number.
    if (reply.ok)
      expect(reply.value.payments.every(({ amountCents }) => amountCents === 100)).toBe(true);
  });

  test.each([
    ['letters', 'x'],
    ['digits', '9'],
    ['zeros', '0'],
    ['hyphens and digits', '4-'],
    ['quotes', "'"],
  ])('that is ten thousand characters long, of %s, is said to be too long', async (_, one) => {
    const box = one.repeat(10_000 / one.length);
    expectRefused(await ask({ box }), 'search_too_long', 'filters.box');
    expectRefused(await total({ box }), 'search_too_long', 'filters.box');
  });

  test('that is a whole card number is searched and kept nowhere', async () => {
    for (const box of ['4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242']) {
      expectRefused(await ask({ box }), 'search_card_number', 'filters.box');
    }
    const { rows } = await backend.pool.query(
      `SELECT count(*)::int AS count FROM access_event WHERE reason LIKE '%4242%'`,
    );
    expect(rows[0].count).toBe(0);
  });

  test('that no text can hold is refused by the desk', async () => {
    for (const box of ['a\0b', '\ud800']) {
      expect(await ask({ box })).toMatchObject({ ok: false, reason: 'bad_input' });
    }
  });
});

describe('a filter', () => {
  const wrong: [string, Partial<PaymentFilters>, RefusalReason, keyof PaymentFilters][] = [
    [
      'of days turned round',
      { from: '2026-03-02', to: '2026-03-01' },
      'search_dates_turned',
      'from',
    ],
    ['of a day there is not', { from: '2026-02-30' }, 'search_date_wrong', 'from'],
    ['of the 29th of a February without one', { to: '2027-02-29' }, 'search_date_wrong', 'to'],
    ['of the year nought', { from: '0000-01-01' }, 'search_date_wrong', 'from'],
    ['of a year to come', { to: '9999-12-31' }, 'search_date_wrong', 'to'],
    ['of a day with an hour', { from: '2026-03-01T00:00:00Z' }, 'search_date_wrong', 'from'],
    ['of a word', { from: 'yesterday' }, 'search_date_wrong', 'from'],
    ['of amounts turned round', { fromCents: 2, toCents: 1 }, 'search_amounts_turned', 'fromCents'],
    ['of half a cent', { fromCents: 0.5 }, 'search_amount_wrong', 'fromCents'],
    ['of less than nothing', { toCents: -1 }, 'search_amount_wrong', 'toCents'],
    ['of more than there is', { toCents: 2 ** 53 }, 'search_amount_wrong', 'toCents'],
    [
      'for a state there is not',
      { states: ['settled', 'vanished'] },
      'search_state_unknown',
      'states',
    ],
    ['for a method there is not', { methods: ['barter'] }, 'search_method_unknown', 'methods'],
    ['for an exception there is not', { exception: '%' }, 'search_exception_unknown', 'exception'],
    ['for a region there is not', { region: "HI' OR true" }, 'search_region_unknown', 'region'],
    ['for somebody who is nobody', { taker: "' OR true --" }, 'search_taker_unknown', 'taker'],
    ['for a patient of seven digits', { patient: '0447188' }, 'search_patient_wrong', 'patient'],
    ['for the end of a card in letters', { last4: 'abcd' }, 'search_last4_wrong', 'last4'],
    [
      'for a confirmation read wrongly',
      { confirmation: 'AAA-AAA-AAA' },
      'search_confirmation_wrong',
      'confirmation',
    ],
    [
      'for a batch that is no batch',
      { batch: { kind: 'ach_file', fileId: '../..', batchNumber: 1 } },
      'search_batch_unknown',
      'batch',
    ],
  ];
  test.each(wrong)(
    '%s is refused in one sentence, and so are its sums',
    async (_, filters, code, field) => {
      expectRefused(await ask(filters), code, `filters.${field}`);
      expectRefused(await total(filters), code, `filters.${field}`);
      expect(problems[code]).toMatch(/^[A-Z].*\.$/);
      expect(await copied(filters)).not.toMatchObject({ reason: 'internal' });
    },
  );

  test('that everything matches shows a page, and counts as far as is counted', async () => {
    const reply = await ask({});
    expect(reply).toMatchObject({ ok: true, value: { payments: { length: 100 } } });
    expect(await total({})).toMatchObject({ ok: true, value: { exact: true, count: 400 } });
  });
});
