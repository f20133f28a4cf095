import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database } from '#backend/database/connect.ts';
import { booksQuery } from '#backend/reconciliation/books.ts';
import { regionDay } from '#backend/reconciliation/day.ts';
import { oursQuery } from '#backend/reconciliation/ours.ts';
import { bankQuery } from '#backend/reconciliation/theirs.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { inShort, readBusinessDay } from '#tests/support/business-days.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const ON_THE_DAY = 10_000;
const day = regionDay('NCAL', CalendarDate.parse('2026-11-24'));

let backend: TestBackend;
let db: Database;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  db = connect(backend.pool);
  const { keys } = await paidCards(backend, [5_000]);
  await manyOf(keys[0] as string);
}, 180_000);
afterAll(() => backend.stop());

/** The payment again and again, with its moves, its lines and the processor's record: as many on its day, and as many long before, which have posted. */
async function manyOf(key: string): Promise<void> {
  const again = (table: string, where: string, changes: string) => `
    INSERT INTO ${table} SELECT made.* FROM ${table} AS one CROSS JOIN generate_series(1, ${ON_THE_DAY * 2 - 1}) AS n
      CROSS JOIN LATERAL jsonb_populate_record(one, jsonb_build_object(${changes})) AS made WHERE ${where}`;
  // Of version 7, as every payment's key is.
  const made = `overlay(overlay(md5('payment' || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid`;
  const entry = `md5('entry' || n)::uuid`;
  const at = (column: string) =>
    `'${column}', one.${column} - CASE WHEN n < ${ON_THE_DAY} THEN interval '0' ELSE (n % 40 + 30) * interval '1 day' END`;
  const isIts = `one.payment_key = '${key}'`;
  const client = await backend.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of [
      again(
        'payment',
        `one.key = '${key}'`,
        `'key', ${made}, 'confirmation', 'B' || n, ${at('taken_at')}`,
      ),
      again('payment_state_change', isIts, `'payment_key', ${made}, ${at('at')}`),
      again(
        'ledger_line',
        `one.entry_id = (SELECT entry_id FROM ledger_entry WHERE payment_key = '${key}')`,
        `'entry_id', ${entry}`,
      ),
      again(
        'ledger_entry',
        isIts,
        `'entry_id', ${entry}, 'payment_key', ${made}, ${at('entered_at')}`,
      ),
      `UPDATE sandbox_processor.attempt SET stored = true`,
      again(
        'sandbox_processor.attempt',
        `one.key = '${key}'`,
        `'key', ${made}, ${at('answered_at')}`,
      ),
      `INSERT INTO payment_state_change SELECT payment_key, 'approved', 'posted', at + interval '1 day'
       FROM payment_state_change WHERE to_state = 'approved' AND at < '${day.from}'`,
      'RESET session_replication_role',
      'ANALYZE',
    ]) {
      await client.query(statement);
    }
  } finally {
    client.release();
  }
}

/** The indexes by which a query would be read among a million payments, where reading all is never worth while. */
async function indexesOf(query: ReturnType<typeof oursQuery>): Promise<string[]> {
  const { sql, parameters } = query.compile(db);
  const client = await backend.pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL random_page_cost = 1.1');
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
    const plan = JSON.stringify(rows);
    expect(plan).not.toContain('"Seq Scan"');
    return [...new Set([...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => name ?? ''))];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it('a day of ten thousand payments agrees payment by payment', async () => {
  const supervisor = await backend.signIn('s.lindqvist');
  const shown = await readBusinessDay(supervisor, '2026-11-24');
  expect(shown.rows.map(inShort)).toEqual([
    'taken card: 10000/50000000 10000/50000000 10000/50000000, 0 differ',
  ]);
});

it('the payments behind a sum of ten thousand come page by page, each once, and are found by their keys', async () => {
  const supervisor = await backend.signIn('s.lindqvist');
  const params = { region: 'NCAL', day: '2026-11-24' } as never;
  const cell = { stage: 'taken', method: 'card', source: 'ours', batch: 'NCAL-20261124' } as const;
  const refs: string[] = [];
  for (let after: string | undefined; refs.length < 200; ) {
    const query = { ...cell, ...(after !== undefined && { after }) };
    const page = await supervisor.value('dayPayments', { params, query });
    expect(page.sum).toEqual({ count: 10_000, cents: 50_000_000 });
    refs.push(...page.payments.map(({ payment }) => payment?.key ?? ''));
    after = page.next?.after;
  }
  expect(refs).toEqual([...new Set(refs)].sort());
  const none = { ...cell, after: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };
  expect((await supervisor.value('dayPayments', { params, query: none })).payments).toEqual([]);
});

it('a day is found by its instants, and by what counts in it although it came late', async () => {
  expect(await indexesOf(oursQuery(day))).toEqual(
    expect.arrayContaining(['payment_move_by_time', 'payment_move_late']),
  );
  expect(await indexesOf(booksQuery(day))).toEqual(
    expect.arrayContaining(['ledger_entry_by_time', 'ledger_entry_late', 'payment_move_by_time']),
  );
  expect(await indexesOf(bankQuery(day))).toEqual(
    expect.arrayContaining(['arrival_by_match', 'arrival_named']),
  );
});
