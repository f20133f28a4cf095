import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import {
  addSupervisor,
  closeBusinessDay,
  everyNote,
  inShort,
  readBusinessDay,
} from '#tests/support/business-days.ts';
import { paymentsBehind, sumsThatDiffer } from '#tests/support/day-cells.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** The week of Thanksgiving 2026 in Northern California; the tests go through it in order. */
let backend: TestBackend;
let runner: Runner;
beforeAll(async () => {
  const audit = { key: newAuditKey(), folder: mkdtempSync(join(tmpdir(), 'remit-audit-')) };
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', audit });
  runner = openRunner(backend);
  await addSupervisor(backend);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

const supervisor = () => backend.signIn('s.lindqvist');
const shown = async (day?: string) => readBusinessDay(await supervisor(), day);
const rowsOf = async (day?: string) => (await shown(day)).rows.map(inShort);
async function turnAt(instant: string) {
  backend.moveTo(instant);
  await runner.turn();
}
async function payCard(amountCents: number): Promise<string> {
  const call = await verifiedCall(await backend.signIn());
  const key = newKey();
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  const paid = await call.pay(order, key);
  if (!paid.ok) throw new Error(paid.problem.code);
  return key;
}
const codeOf = async (asked: ReturnType<typeof closeBusinessDay>) => {
  const answer = await asked;
  return answer.ok ? answer.value.state : answer.problem.code;
};
const differences = async () => (await ledgerReport(backend.pool)).differences;

/** As somebody who owns the database: past every trigger. */
async function tamper(statement: string): Promise<void> {
  const client = await backend.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(statement);
    await client.query('RESET session_replication_role');
  } finally {
    client.release();
  }
}

/** Whoever closes a day waits for a transaction that has begun to write into the books. */
async function whileSomebodyWrites<Answer>(close: () => Promise<Answer>): Promise<Answer> {
  const writer = await backend.pool.connect();
  try {
    await writer.query('BEGIN');
    await writer.query(`SELECT counts_from('', now())`);
    const closing = close();
    const waiting = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    const count = async () => (await backend.pool.query(waiting)).rows[0].count;
    await expect.poll(count, { timeout: 20_000 }).toBe(1);
    await writer.query('ROLLBACK');
    return await closing;
  } finally {
    writer.release();
  }
}

/** Each sum is what its payments make, to the cent. */
async function expectSumsToHold(day: ReconciledDay, ...some: string[]): Promise<void> {
  const { differing, looked } = await sumsThatDiffer(await supervisor(), day);
  expect(differing).toEqual([]);
  expect(looked).toEqual(expect.arrayContaining(some));
}

const keys: string[] = [];

it('a day that agrees says what was taken by payments, processor and ledger, and cannot be closed while it runs', async () => {
  keys.push(await payCard(5_000), await payCard(3_000));
  keys.push(await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24'));
  keys.push(await debit(backend, personas.marisol, 2_000, '70031842977701', '2026-11-24'));
  const day = await shown();
  expect(day).toMatchObject({ businessOn: '2026-11-24', state: 'running', next: '2026-11-24' });
  expect(day.rows.map(inShort)).toEqual([
    'taken card: 2/8000 2/8000 2/8000, 0 differ',
    'taken ach: 2/11000 - 2/11000, 0 differ',
  ]);
  expect(day.rows[0]?.batch).toBe('NCAL-20261124');
  expect(await codeOf(closeBusinessDay(await supervisor(), day))).toBe('day_not_over');
});

it('a payment missing at the processor is named, and the day closes only with a word about it', async () => {
  await turnAt('2026-11-24T17:05-08:00');
  await backend.orderFault({ kind: 'missing_line', on: 'report', times: 1_000 });
  const day = await shown();
  expect((await backend.faults())[0]?.happened).toBeGreaterThan(0);
  const differing = day.rows.filter(row => row.differing > 0);
  expect(differing.map(inShort)).toEqual(['taken card: 1/5000 0/0 1/5000, 1 differ']);
  expect(differing[0]).toMatchObject({ batch: null });
  await expectSumsToHold(day, 'taken card theirs', 'taken card ours', 'taken ach ledger');
  expect(differing[0]?.findings[0]).toMatchObject({
    paymentKey: keys[0],
    ours: 5_000,
    theirs: null,
  });
  expect(await codeOf(closeBusinessDay(await supervisor(), day, []))).toBe('day_unexplained');
  await backend.forgetFaults();
  expect(await codeOf(closeBusinessDay(await supervisor(), day))).toBe('day_changed');
});

it('a line of the processor that nobody here knows is a difference, and its silence keeps the day open', async () => {
  await backend.orderFault({ kind: 'unknown_line', on: 'report' });
  const day = await shown();
  const finding = day.rows.flatMap(({ findings }) => findings);
  expect(finding).toMatchObject([{ paymentKey: null, ours: null, theirs: 5_000, ledger: null }]);
  const theirs = { stage: 'taken', method: 'card', batch: 'NCAL-20261124' } as const;
  await backend.orderFault({ kind: 'unknown_line', on: 'report' });
  const behind = await paymentsBehind(await supervisor(), day, theirs, 'theirs');
  expect(behind.payments.filter(({ payment }) => payment === null)).toMatchObject([
    { amountCents: 5_000 },
  ]);
  await backend.orderFault({ kind: 'server_error', on: 'report', times: 2 });
  expect((await shown()).processor).toBe('silent');
  await backend.orderFault({ kind: 'server_error', on: 'report', times: 1 });
  const asked = (await supervisor()).ask('dayPayments', {
    params: { region: 'NCAL', day: '2026-11-24' },
    query: { ...theirs, source: 'ours' },
  });
  expect(await asked).toMatchObject({ problem: { code: 'processor_silent' } });
  expect(await codeOf(closeBusinessDay(await supervisor(), day))).toBe('processor_silent');
});

it('whoever signs types their password again: a wrong one closes nothing, and is on record as a failed sign-in', async () => {
  const day = await shown();
  const wrong = closeBusinessDay(await supervisor(), day, everyNote(day), 'guessed');
  expect(await wrong).toMatchObject({ problem: { code: 'wrong_password', field: 'password' } });
  expect(await shown()).toMatchObject({ state: 'ended', closed: null });
  const { rows } = await backend.pool.query(
    `SELECT content::jsonb->>'user' AS "user", content::jsonb->>'subject' AS subject FROM audit_record
     WHERE content::jsonb->>'action' = 'sign_in' AND content::jsonb->>'outcome' = 'bad_credentials'`,
  );
  expect(rows).toMatchObject([{ subject: 's.lindqvist' }]);
});

it('of two supervisors who close at once one signs, and the other hears who did', async () => {
  const day = await shown();
  const desks = [await supervisor(), await backend.signIn('s.moreau')];
  const answers = await Promise.all(desks.map(desk => closeBusinessDay(desk, day)));
  const [signed, refused] = [answers.find(({ ok }) => ok), answers.find(({ ok }) => !ok)];
  if (!signed?.ok || refused?.ok !== false) throw new Error(JSON.stringify(answers));
  expect(signed.value).toMatchObject({ state: 'closed', closed: { holds: true, notes: [] } });
  expect(refused.problem.code).toBe('day_closed');
  expect(refused.problem.heldBy).toBe(signed.value.closed?.closedByName);
  const { rows } = await backend.pool.query(
    `SELECT content::jsonb->>'subject' AS day, content::jsonb->>'user' AS "user" FROM audit_record
     WHERE content::jsonb->>'action' = 'day_closed'`,
  );
  expect(rows).toEqual([{ day: 'NCAL/2026-11-24', user: expect.stringMatching(/^s\./) }]);
  expect(await differences()).toEqual([]);
});

it('what a server whose clock is behind enters after the close is dated in the next day', async () => {
  backend.moveTo('2026-11-24T16:55-08:00');
  const late = await payCard(700);
  const { rows } = await backend.pool.query(
    'SELECT entered_at < counts_at AS late, counts_at FROM ledger_entry WHERE payment_key = $1',
    [late],
  );
  expect(rows).toEqual([{ late: true, counts_at: '2026-11-25T01:00:00.000Z' }]);
  backend.moveTo('2026-11-24T17:30-08:00');
  expect((await shown('2026-11-24')).closed?.holds).toBe(true);
  const next = await shown('2026-11-25');
  expect(next.rows.map(inShort)).toContain('taken card: 1/700 0/0 1/700, 1 differ');
  expect(await differences()).toEqual([]);
});

it('no line is added to an entry of a closed day, and the close itself is never changed', async () => {
  const add = backend.pool.query(
    `INSERT INTO ledger_line SELECT entry_id, line_number + 10, ledger_account, account_id, charge_id, debit_cents, credit_cents
     FROM ledger_line JOIN ledger_entry USING (entry_id) WHERE payment_key = $1`,
    [keys[0]],
  );
  await expect(add).rejects.toThrow('a closed day takes no more ledger lines');
  await expect(backend.pool.query(`UPDATE closed_day SET content = '{}'`)).rejects.toThrow();
  await expect(backend.pool.query('DELETE FROM closed_day')).rejects.toThrow();
});

it('debits of a file and what settles of them agree with the bank, card payments post with their lines', async () => {
  await turnAt('2026-11-25T06:01-08:00');
  expect((await rowsOf('2026-11-25')).filter(row => !row.startsWith('taken'))).toEqual([
    'posted card: 3/8700 - 3/8700, 0 differ',
    'posted ach: 2/11000 2/11000 2/11000, 0 differ',
    'settled ach: 2/11000 2/11000 2/11000, 0 differ',
  ]);
  await turnAt('2026-11-25T17:05-08:00');
  expect(await codeOf(closeBusinessDay(await supervisor(), await shown('2026-11-27')))).toBe(
    'day_out_of_turn',
  );
  const day = await shown();
  const desk = await supervisor();
  const closing = await whileSomebodyWrites(() => closeBusinessDay(desk, day));
  expect(closing).toMatchObject({ value: { state: 'closed' } });
  const closed = await shown('2026-11-25');
  expect(closed.closed?.notes).toEqual(everyNote(day));
  await expectSumsToHold(closed, 'posted card ours', 'posted ach theirs', 'settled ach ledger');
  expect(
    await codeOf(
      closeBusinessDay(await supervisor(), { ...day, businessOn: '2026-11-26' as never }),
    ),
  ).toBe('day_closed_to_banks');
});

it('a debit that the bank returns and a late refund agree; a settlement of one cent less is named to the cent', async () => {
  await turnAt('2026-11-27T17:05-08:00');
  expect(await codeOf(closeBusinessDay(await supervisor(), await shown()))).toBe('closed');
  await turnAt('2026-11-30T06:01-08:00');
  const call = await verifiedCall(await backend.signIn());
  const refunded = await call.desk.ask('askRefund', {
    params: { key: keys[1] as string },
    headers: { 'idempotency-key': newKey() },
    body: { amountCents: 1_000, reason: 'paid by mistake', verificationId: call.verificationId },
  });
  expect(refunded).toMatchObject({ ok: true, value: { state: 'refunded' } });
  await backend.orderFault({ kind: 'other_amount', on: 'report', line: 'settled', times: 1_000 });
  const day = await shown();
  expect(day.rows.map(inShort)).toEqual([
    'settled card: 3/8700 3/8699 3/8700, 1 differ',
    'returned ach: 1/2000 1/2000 1/2000, 0 differ',
    'refunded card: 1/1000 1/1000 1/1000, 0 differ',
  ]);
  const named = day.rows.flatMap(({ findings }) => findings);
  expect(named).toMatchObject([{ ours: 5_000, theirs: 4_999, ledger: 5_000 }]);
  await expectSumsToHold(day, 'returned ach theirs', 'refunded card ours', 'settled card theirs');
  await backend.forgetFaults();
  expect((await shown()).rows.every(({ differing }) => differing === 0)).toBe(true);
});

it('a correction is dated in the open day, points to the closed one, and leaves it as it was signed', async () => {
  const before = await shown('2026-11-24');
  const correct = async (day: string, correctionId: string = crypto.randomUUID()) =>
    (await supervisor()).ask('correctDay', {
      params: { region: 'NCAL', day, correctionId },
      body: {
        stage: 'taken',
        method: 'card',
        amountCents: -100,
        paymentKey: keys[0] as string,
        reason: 'fee of the network',
      },
    });
  const id = crypto.randomUUID();
  const made = await correct('2026-11-24', id);
  expect(made).toMatchObject({
    value: { businessOn: '2026-11-24', datedOn: '2026-11-30', amountCents: -100 },
  });
  expect(await correct('2026-11-24', id)).toEqual(made);
  expect(await correct('2026-11-30')).toMatchObject({ problem: { code: 'day_not_closed' } });
  const after = await shown('2026-11-24');
  expect(after.corrections).toHaveLength(1);
  expect((await shown('2026-11-30')).corrections).toEqual(after.corrections);
  expect({ ...after, at: before.at, corrections: [] }).toEqual(before);
});

it('a closed day that somebody altered in the database is found, its books and its signature', async () => {
  expect(await differences()).toEqual([]);
  await tamper(
    `UPDATE ledger_line SET debit_cents = debit_cents - sign(debit_cents)::int, credit_cents = credit_cents - sign(credit_cents)::int
     WHERE entry_id = (SELECT entry_id FROM ledger_entry WHERE payment_key = '${keys[0]}' AND event = 'card_payment_approved')`,
  );
  const found = (await differences()).filter(({ check }) => check.includes('closed day'));
  expect(found).toMatchObject([
    { id: 'NCAL/2026-11-24 taken card ledger', expectedCents: 8_000, foundCents: 7_999 },
    { id: 'NCAL/2026-11-25 posted card ledger', expectedCents: 8_700, foundCents: 8_699 },
  ]);
  expect((await shown('2026-11-24')).closed?.holds).toBe(false);
  await tamper(
    `UPDATE closed_day SET content = replace(content, '"cents":8000', '"cents":7999') WHERE business_on = '2026-11-24'`,
  );
  expect((await differences()).map(({ id }) => id)).toContain('NCAL/2026-11-24 signature');
});

it('only supervisors of a region see its day', async () => {
  const asked = { params: { region: 'NCAL' }, query: {} as { day: string } };
  const representative = await backend.signIn();
  const cell = { stage: 'taken', method: 'card', source: 'ours' } as const;
  const behind = { params: { region: 'NCAL', day: '2026-11-24' }, query: cell };
  for (const answer of [
    await representative.ask('reconciledDay', asked),
    await representative.ask('dayPayments', behind as never),
  ]) {
    expect(answer).toMatchObject({ problem: { code: 'not_allowed' } });
  }
});
