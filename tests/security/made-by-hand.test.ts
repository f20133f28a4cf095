import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** What the backend could not foresee: every test ends with none. */
const faults: unknown[] = [];
let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ report: fault => faults.push(fault) });
  supervisor = await backend.signIn('s.lindqvist');
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(() => backend.stop());

const codeOf = async (asked: ReturnType<SignedIn['ask']>) => {
  const answer = await asked;
  return answer.ok ? 'answered' : answer.problem.code;
};

const somebody = '0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10';
const noLooks = { user: null, patient: null, from: null, to: null, purpose: null };
const everyLook = { ...noLooks, withoutCall: null };

describe('a place in a list that somebody made by hand', () => {
  const cursor = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url');
  const byState = { by: 'state', direction: 'ascending' } as const;
  const place = { by: 'state', of: 'posted', at: '2026-11-20T18:00:00.000000Z', key: somebody };

  test.each([
    ['of a month there is not', { ...place, at: '2026-13-20T18:00:00.000000Z' }],
    ['of a day there is not', { ...place, at: '2026-02-30T18:00:00.000000Z' }],
    ['of the year nought', { ...place, at: '0000-02-01T18:00:00.000000Z' }],
    ['with a character that no text has', { ...place, of: 'post\0ed' }],
    ['with half a character', { ...place, of: '\ud800' }],
    ['with more than it has', { ...place, region: 'CO' }],
  ])('among payments, %s, is refused in one sentence', async (_, made) => {
    const body = { filters: noFilters, sort: byState, again: false };
    const after = { side: 'after' as const, cursor: cursor(made) };
    expect(
      await codeOf(supervisor.ask('searchPayments', { body: { ...body, place: after } })),
    ).toBe('search_place_unknown');
  });

  test.each([
    `2026-99-99T18:00:00.000000Z_${somebody}`,
    `2026-02-30T18:00:00.000000Z_${somebody}`,
    `2026-11-20T18:00:00.000000Z_${'-'.repeat(36)}`,
    `2026-11-20T18:00:00.000000Z_${somebody}_1`,
  ])('among looks (%s) is refused in one sentence', async before => {
    const asked = supervisor.ask('accessLooks', { body: { filters: everyLook, before } });
    expect(await codeOf(asked)).toBe('search_place_unknown');
  });

  test('among requests and exceptions, with a second that has no end, is refused', async () => {
    const afterAt = `2026-11-20T18:00:00.${'1'.repeat(300)}Z`;
    const after = { afterAt, afterId: somebody };
    expect(await codeOf(supervisor.ask('approvals', { query: after }))).toBe('bad_request');
    const query = { whose: 'everybodys', standing: 'open', afterUrgency: 'unknown', ...after };
    expect(await codeOf(supervisor.ask('exceptionQueue', { query: query as never }))).toBe(
      'bad_request',
    );
  });

  test('of another region shows nothing of it', async () => {
    const of = (regions: string) =>
      backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
        regions,
      ]);
    const { regions } = supervisor.session.user;
    await of('{HI}');
    const body = { filters: noFilters, sort: newestFirst, again: false };
    const newest = { by: 'time', of: null, at: '2099-01-01T00:00:00.000000Z', key: somebody };
    const page = await supervisor.value('searchPayments', {
      body: { ...body, place: { side: 'after', cursor: cursor(newest) } },
    });
    await of(`{${regions.join()}}`);
    expect(new Set(page.payments.map(({ region }) => region))).toEqual(new Set(['HI']));
  });
});

test('a character that no text has is refused wherever it stands in an address', async () => {
  for (const query of [{ user: '\0' }, { subject: 'pay\0ment' }]) {
    expect(await codeOf(supervisor.ask('auditRecords', { query }))).toBe('bad_request');
  }
});

describe('a day that no record can be of', () => {
  test.each(['0001-01-01', '1066-10-14', '9999-12-31'])('%s is said to be none', async day => {
    const ask = (name: 'accessLooks' | 'accessPatterns', body: object) =>
      codeOf(supervisor.ask(name, { body: body as never }));
    expect(await ask('accessPatterns', { from: day, to: day })).toBe('search_date_wrong');
    for (const filters of [
      { ...everyLook, from: day },
      { ...everyLook, to: day },
    ]) {
      expect(await ask('accessLooks', { filters, before: null })).toBe('search_date_wrong');
    }
    const asked = supervisor.ask('reconciledDay', { params: { region: 'NCAL' }, query: { day } });
    expect(await codeOf(asked)).toBe('day_closed_to_banks');
  });
});
