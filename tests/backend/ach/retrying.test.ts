import { afterEach, beforeEach, expect, it } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { moveToDay } from '#backend/sandbox/move-to-day.ts';
import { personas } from '#backend/seed/personas.ts';
import { readAch } from '#shared/ach/read-ach.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { achOf } from '#tests/support/ach-desk.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { monthlyDebit } from '#tests/support/standing-debit.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol } = personas;

let backend: TestBackend;
let runner: Runner;
let ach: ReturnType<typeof achOf>;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-21T10:00-08:00' });
  runner = openRunner(backend);
  ach = achOf(backend);
});
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await ach.end();
  await runner.close();
  await backend.stop();
});

const rows = async (sql: string, values: unknown[] = []) =>
  (await backend.pool.query(sql, values)).rows;

const payments = () =>
  rows(`SELECT key, state, amount_cents::int AS cents, retry_of, taken_at FROM payment
    WHERE source = 'run' ORDER BY taken_at`);
const exceptions = () => rows('SELECT code, to_do, reason FROM ach_exception ORDER BY opened_at');
const followUps = async () =>
  (await rows('SELECT 1 FROM ach_follow_up WHERE done_at IS NULL')).length;

/** The steps that have to do with it, in the order of a day. */
const kinds = [
  'ach_answers',
  'ach_settlement',
  'scheduled_payments',
  'ach_retries',
  'ach_origination',
];
const steps = runSteps.filter(step => kinds.includes(step.kind));

async function turnAt(...instants: string[]) {
  for (const instant of instants) {
    backend.moveTo(instant);
    await runner.turn(steps);
  }
}

const series = (accountNumber: string) =>
  monthlyDebit(backend, marisol, {
    amountCents: 1_500,
    accountNumber,
    firstOn: '2026-11-24',
    payments: 6,
  });

/** The first payment of a series has come back for want of funds; the last morning is December 1st. */
async function cameBack(): Promise<string> {
  const authorisationId = await series('70031842977701');
  await turnAt('2026-11-23T09:00-08:00', '2026-11-23T17:05-08:00', '2026-11-24T09:00-08:00');
  await turnAt('2026-11-27T09:00-08:00', '2026-11-30T09:00-08:00', '2026-12-01T09:00-08:00');
  expect(await payments()).toMatchObject([{ state: 'returned', cents: 1_500 }]);
  return authorisationId;
}

it('a debit of a series that came back for want of funds is tried again after the next payday, and after the second try no more', {
  timeout: 180_000,
}, async () => {
  await cameBack();
  expect(await exceptions()).toMatchObject([{ code: 'R01', to_do: 'tried_again' }]);
  expect(await followUps()).toBe(0);
  const supervisor = await backend.signIn('s.lindqvist');
  const told = (await openExceptions(supervisor, 'returned'))[0]?.detail.fromBank;
  expect(told).toMatchObject({ toDo: 'tried_again', retryOn: expect.stringMatching(/^2026-12-/) });
  const retryOn = told?.retryOn ?? '';
  await turnAt(`${retryOn}T07:59-08:00`);
  expect(await payments()).toHaveLength(1);
  await turnAt(`${retryOn}T08:01-08:00`);
  await turnAt(`${retryOn}T08:30-08:00`);
  const [first, retry] = await payments();
  expect(retry).toMatchObject({ state: 'approved', cents: 1_500, retry_of: first?.key });
  await turnAt(`${retryOn}T17:05-08:00`);
  const files = await rows('SELECT sealed FROM ach_file ORDER BY written_at');
  const text = ach.seal.open(files.at(-1).sealed);
  expect(text).toContain('RETRY PYMT');
  expect(readAch(text).ok).toBe(true);

  const desk = await backend.signIn('s.lindqvist');
  const history = await desk.value('paymentHistory', { params: { key: first?.key }, query: {} });
  expect(history.tries).toMatchObject([{ key: retry?.key, isFirst: false, state: 'originated' }]);
  const ofRetry = await desk.value('paymentHistory', { params: { key: retry?.key }, query: {} });
  expect(ofRetry.tries).toMatchObject([{ key: first?.key, isFirst: true, state: 'returned' }]);

  await turnAt('2026-12-09T09:00-08:00', '2026-12-16T09:00-08:00', '2026-12-16T17:05-08:00');
  await turnAt('2026-12-22T09:00-08:00');
  const tries = (await payments()).filter(each => each.key === first?.key || each.retry_of);
  expect(tries.map(each => each.state)).toEqual(['returned', 'returned', 'returned']);
  const told3 = (await exceptions()).filter(each => each.code === 'R01').map(each => each.to_do);
  expect(told3).toEqual(['tried_again', 'tried_again', 'other_account']);
  expect(await followUps()).toBe(1);
  await turnAt('2027-01-04T09:00-08:00', '2027-01-19T09:00-08:00');
  const all = (await payments()).filter(each => each.retry_of);
  expect(all).toHaveLength(2);
});

it('is not tried again after the authorisation was revoked, and a representative is told', async () => {
  const authorisationId = await cameBack();
  const call = await verifiedCall(await backend.signIn(), marisol);
  await call.desk.value('revokeAuthorisation', {
    params: { authorisationId },
    body: { verificationId: call.verificationId, reason: 'wants no more debits' },
  });
  await turnAt('2026-12-02T09:00-08:00', '2026-12-16T09:00-08:00');
  expect(await payments()).toHaveLength(1);
  expect(await rows('SELECT state, state_why FROM ach_retry')).toEqual([
    { state: 'dropped', state_why: 'the authorisation is revoked' },
  ]);
  expect(await exceptions()).toMatchObject([
    { to_do: 'tried_again' },
    { to_do: 'decide', reason: 'Not tried again: the authorisation is revoked' },
  ]);
  expect(await followUps()).toBe(1);
});

it('is not tried again when the bill was paid otherwise meanwhile', async () => {
  await cameBack();
  const call = await verifiedCall(await backend.signIn(), marisol);
  const [back] = await payments();
  const charges = await rows(
    `SELECT charge_id AS "chargeId", open_cents::int AS "amountCents"
     FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = $1`,
    [back?.key],
  );
  const amountCents = charges.reduce((sum, each) => sum + each.amountCents, 0);
  expect(await call.pay(await call.order(amountCents, { allocation: charges }))).toMatchObject({
    ok: true,
  });
  await turnAt('2026-12-02T09:00-08:00', '2026-12-16T09:00-08:00');
  expect((await payments()).filter(each => each.retry_of)).toEqual([]);
  expect(await rows('SELECT state, state_why FROM ach_retry')).toEqual([
    { state: 'dropped', state_why: 'what it was for is not open any more' },
  ]);
  expect(await followUps()).toBe(0);
});

it('is tried once although several servers make the tries of a day at once', async () => {
  await cameBack();
  const other = openRunner(backend);
  backend.moveTo('2026-12-16T09:00-08:00');
  await Promise.all([runner, other].map(each => each.turn(steps)));
  await runner.turn(steps);
  await other.close();
  expect((await payments()).filter(each => each.retry_of)).toHaveLength(1);
});

it('is settled by the resolver where the server died between committing a try and closing it', async () => {
  await cameBack();
  const [first] = await payments();
  const key = newKey();
  const now = '2026-12-16T17:00:00.000Z';
  backend.moveTo(now);
  const debit = JSON.stringify({ originateOn: '2026-12-16', effectiveOn: '2026-12-17' });
  const [claimed] = await rows(
    "SELECT claim_ach_retry($1, $2, '2026-12-16', $3, '1 second', $4) AS claim",
    [first?.key, key, debit, now],
  );
  expect(claimed.claim.outcome).toBe('claimed');
  expect(await rows('SELECT state FROM payment WHERE key = $1', [key])).toEqual([
    { state: 'sent' },
  ]);
  const state = async () =>
    (await rows('SELECT state FROM payment WHERE key = $1', [key]))[0].state;
  await expect.poll(state, { timeout: 20_000 }).toBe('approved');
  await runner.turn(steps);
  expect((await payments()).filter(each => each.retry_of)).toHaveLength(1);
});

it('moving the sandbox to the day after a payday makes the try on its day', {
  timeout: 180_000,
}, async () => {
  await series('70031842977701');
  const moveTo = async (ms: number) => backend.moveTo(instantOf(ms));
  const said = { progress: () => undefined, ended: () => undefined };
  const { clock: now, ...parts } = runner.parts;
  await moveToDay(parts, { now, moveTo }, steps, '2026-12-03' as CalendarDate, said);
  const tries =
    await rows(`SELECT retry_of IS NOT NULL AS again, payment.state, run_on, return_code AS code
    FROM payment JOIN scheduled_attempt ON payment_key = key JOIN ach_entry USING (payment_key)
    WHERE occurrence = '1-1' ORDER BY run_on`);
  expect(tries).toEqual([
    { again: false, state: 'returned', run_on: '2026-11-23', code: 'R01' },
    {
      again: true,
      state: expect.stringMatching(/originated|settled/),
      run_on: '2026-12-02',
      code: null,
    },
  ]);
  expect(await exceptions()).toMatchObject([{ to_do: 'tried_again' }]);
  expect(await followUps()).toBe(0);
});
