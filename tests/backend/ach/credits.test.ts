import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AchParts } from '#backend/ach/ach-parts.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import type { CreditSource, Outgoing } from '#backend/ach/originate/outgoing.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { settleAch } from '#backend/ach/settle-ach.ts';
import { personas } from '#backend/seed/personas.ts';
import { readAch } from '#shared/ach/read-ach.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
});
afterAll(async () => {
  await ach.end();
  await backend.stop();
});

const FINE = '018f0000-0000-7000-8000-000000000001';
const REFUSED = '018f0000-0000-7000-8000-000000000002';

/** Two refunds that wait for a file, in a table of their own. */
const waiting: CreditSource = {
  async due(trx, { regions }) {
    const { rows } = await sql<Outgoing>`
      SELECT NULL AS "paymentKey", id AS "refundId", guarantor_id AS "guarantorId", 'credit' AS direction,
        'PPD' AS "secCode", 'single' AS frequency, false AS "isRetry", 1500::bigint AS "amountCents",
        bank_token AS "bankToken", bank_fingerprint AS "bankFingerprint", confirmation AS identification,
        NULL AS "effectiveOn"
      FROM waiting_refund JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
      WHERE became IS NULL AND region = ANY (${regions}) FOR UPDATE OF waiting_refund`.execute(trx);
    return rows.map(row => ({ ...row, amountCents: cents(row.amountCents) }));
  },
  async sent(trx, ids) {
    await sql`UPDATE waiting_refund SET became = 'sent' WHERE id = ANY (${ids}::uuid[])`.execute(
      trx,
    );
  },
  async settled(db, id) {
    await sql`UPDATE waiting_refund SET became = 'refunded' WHERE id = ${id}`.execute(db);
  },
  async returned(trx, id, why) {
    const { numAffectedRows } = await sql`
      UPDATE waiting_refund SET became = ${why} WHERE id = ${id} AND became = 'sent'`.execute(trx);
    return numAffectedRows === 1n;
  },
};

it('a refund goes out as a PPD credit beside the debits, settles once, and may come back', async () => {
  const first = await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24');
  const second = await debit(backend, personas.otis, 2_500, '70031842977703', '2026-11-24');
  await backend.pool.query(
    'CREATE TABLE waiting_refund (id uuid PRIMARY KEY, payment_key uuid NOT NULL, became text)',
  );
  await backend.pool.query('INSERT INTO waiting_refund VALUES ($1, $2), ($3, $4)', [
    FINE,
    first,
    REFUSED,
    second,
  ]);
  const texts: string[] = [];
  const bank: AchParts['bank'] = {
    ...ach.bank,
    async handOver(id, text) {
      texts.push(text);
      await ach.bank.handOver(id, text);
    },
  };
  const parts: AchParts = { ...ach, bank, credits: waiting };
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(parts);
  await originateAch(parts);
  const reports = texts.map(readAch);
  expect(reports.every(each => each.ok)).toBe(true);
  expect(reports.reduce((sum, each) => sum + each.creditCents, 0)).toBe(3_000);
  expect(reports.reduce((sum, each) => sum + each.debitCents, 0)).toBe(11_500);
  expect(texts.join('')).toMatch(/^5220.{46}PPDREFUND/m);

  backend.moveTo('2026-11-25T12:00-05:00');
  expect(await collectAchAnswers(parts)).toMatchObject({ returns: 2, refused: 0 });
  const today = '2026-11-25' as CalendarDate;
  expect(await settleAch(parts, { today })).toEqual({ settled: 1, credits: 1 });
  expect(await settleAch(parts, { today })).toEqual({ settled: 0, credits: 0 });
  const { rows } = await backend.pool.query('SELECT id, became FROM waiting_refund ORDER BY id');
  expect(rows).toEqual([
    { id: FINE, became: 'refunded' },
    { id: REFUSED, became: 'R03: No account, or account not found' },
  ]);
});
