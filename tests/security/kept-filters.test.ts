import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORTS_PATH } from '#shared/contract/exports.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const everyLook = {
  user: null,
  patient: null,
  from: null,
  to: null,
  purpose: null,
  withoutCall: null,
};

const order = (filters: object, list = 'payments') =>
  fetch(`${backend.url}${EXPORTS_PATH}`, {
    method: 'POST',
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      authorization: `Bearer ${supervisor.session.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ exportId: randomUUID(), list, filters, format: 'csv' }),
  });

describe('what an export is narrowed to', () => {
  const boxed = (box: string) => ({ filters: { ...noFilters, box }, sort: newestFirst });

  test('is refused with a character that no text has', async () => {
    for (const odd of ['a\0b', 'a\ud800']) {
      const answer = await order(boxed(odd));
      expect(await answer.json()).toMatchObject({ code: 'bad_request' });
    }
  });

  test('is kept with the export, so that it may hold no card number', async () => {
    const card = '4242 4242 4242 4242';
    for (const answer of [
      await order(boxed(card)),
      await order({ ...everyLook, patient: card }, 'accessLooks'),
    ]) {
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'search_card_number' });
    }
    const { rows } = await backend.pool.query(
      `SELECT count(*)::int AS count FROM data_export WHERE filters::text LIKE '%4242%'`,
    );
    expect(rows[0].count).toBe(0);
    // A key of digits alone is none, whatever they add up to.
    expect(
      (await order({ key: '42424242-4242-7242-8242-424242424242' }, 'paymentLife')).status,
    ).toBe(200);
  });
});

test('a view with a card number in any of its fields is not kept', async () => {
  const body = { name: 'mine', filters: { ...noFilters, taker: '4242424242424242' } };
  const asked = supervisor.ask('saveView', {
    params: { viewId: randomUUID() },
    body: { ...body, sort: newestFirst },
  });
  expect(await asked).toMatchObject({ problem: { code: 'search_card_number' } });
  expect((await supervisor.value('savedViews', {})).views).toEqual([]);
});

test('of five exports asked for in the same moment two begin, and the others are told to wait', async () => {
  const client = await backend.pool.connect();
  await client.query('BEGIN; LOCK TABLE data_export');
  const told: number[] = [];
  const everything = { filters: noFilters, sort: newestFirst };
  const asked = Array.from({ length: 5 }, async () => {
    const answer = await order(everything);
    await answer.text();
    told.push(answer.status);
  });
  try {
    await expect.poll(() => told, { timeout: 20_000 }).toEqual([503, 503, 503]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  await Promise.all(asked);
  expect(told).toEqual([503, 503, 503, 200, 200]);
});
