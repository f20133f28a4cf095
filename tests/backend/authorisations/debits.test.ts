import { afterAll, beforeAll, expect, it } from 'vitest';
import { stopAfterReturn } from '#backend/authorisations/stop-after-return.ts';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { payersBank } from '#tests/support/debit-order.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { authoriseDebit, debitAuthorised, type Terms } from './agreed.ts';

let backend: TestBackend;
let db: Database;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-21T18:00Z' });
  db = connect(openPool(backend.databaseUrl, 4));
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

const weekly: Terms = {
  kind: 'series',
  ledger: 'medical',
  amountCents: 1_000,
  frequency: 'weekly',
  firstOn: '2026-12-03',
  ends: { by: 'count', payments: 3 },
};

const debited = (call: VerifiedCall) => debitAuthorised(call, weekly);

async function run(today: string) {
  backend.moveTo(`${today}T20:00Z`);
  const processor = httpProcessor({ url: backend.processorUrl, timeoutMs: 400 });
  const day = {
    region: 'NCAL' as const,
    today: today as CalendarDate,
    now: instantOf(backend.now()),
  };
  return takeScheduled({ db, processor, clock: backend.now, leaseMs: 500 }, day, () => undefined);
}

async function debits(authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT key, state, originate_on::text, effective_on::text FROM payment
       JOIN scheduled_attempt ON payment_key = key WHERE authorisation_id = $1 ORDER BY tried_at`,
    [authorisationId],
  );
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  return rows;
}

const stateOf = async (authorisationId: string) =>
  (
    await backend.pool.query(
      'SELECT state, state_why FROM authorisation WHERE authorisation_id = $1',
      [authorisationId],
    )
  ).rows[0];

it('a series debits an account with the files of its days, and a revocation takes back what waits for one', async () => {
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const { authorisationId, method } = await debited(call);
  expect(method).toMatchObject({ kind: 'ach', bankName: payersBank.name });
  await run('2026-12-01');
  expect(await debits(authorisationId)).toEqual([]);
  await run('2026-12-02');
  await run('2026-12-02');
  expect(await debits(authorisationId)).toMatchObject([
    { state: 'approved', originate_on: '2026-12-02', effective_on: '2026-12-03' },
  ]);
  const later = await verifiedCall(await backend.signIn(), personas.marisol);
  await later.desk.value('revokeAuthorisation', {
    params: { authorisationId },
    body: { verificationId: later.verificationId, reason: 'closes the account' },
  });
  await run('2026-12-10');
  expect(await debits(authorisationId)).toMatchObject([{ state: 'voided' }]);
});

it.each([
  ['today', { firstOn: '2026-11-21' }, 'date_not_in_future'],
  ['Thanksgiving', { firstOn: '2026-11-26' }, 'date_banks_closed'],
  ['a Sunday', { firstOn: '2026-11-29' }, 'date_banks_closed'],
  ['a day the bank cannot make', { firstOn: '2026-11-23' }, 'date_too_soon'],
  ['a day beyond a year', { firstOn: '2027-11-22' }, 'date_beyond_a_year'],
] as const)('debits from %s are refused', async (_what, changes, code) => {
  backend.moveTo('2026-11-21T18:30Z');
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  expect(await authoriseDebit(call, { ...weekly, ...changes } as Terms)).toMatchObject({
    problem: { code },
  });
});

it('a series of debits without a word of the right to notices is refused', async () => {
  backend.moveTo('2026-11-21T18:40Z');
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const elements = ['method', 'amount', 'timing', 'stop', 'voluntary'] as const;
  expect(await authoriseDebit(call, weekly, [...elements])).toMatchObject({
    problem: { code: 'authorisation_incomplete' },
  });
});

it('a debit that comes back for good stops every authorisation on its account, and a blocked account is never debited', async () => {
  backend.moveTo('2026-11-21T19:00Z');
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const [first, second] = [await debited(call), await debited(call)];
  await run('2026-12-03');
  const [debit] = await debits(first.authorisationId);
  const now = instantOf(backend.now());
  const stop = () => db.transaction().execute(trx => stopAfterReturn(trx, debit.key, 'R07', now));
  expect(await stop()).toBe(2);
  expect(await stop()).toBe(0);
  expect(await stateOf(second.authorisationId)).toEqual({ state: 'stopped', state_why: 'R07' });
  await run('2026-12-10');
  expect(await debits(second.authorisationId)).toHaveLength(1);

  backend.moveTo('2026-11-21T20:00Z');
  const third = await debited(call);
  await backend.pool.query(
    `INSERT INTO blocked_bank_account (fingerprint, return_code, blocked_at)
     SELECT fingerprint, 'R02', now() FROM stored_method LIMIT 1`,
  );
  await run('2026-12-03');
  expect(await debits(third.authorisationId)).toEqual([]);
  expect(await stateOf(third.authorisationId)).toEqual({ state: 'stopped', state_why: 'R02' });
});
