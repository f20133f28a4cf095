import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stopAfterReturn } from '#backend/authorisations/stop-after-return.ts';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { captureAccount, payersBank } from '#tests/support/debit-order.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { agreementTo, type Terms } from './agreed.ts';

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

async function debited(call: VerifiedCall) {
  return call.desk.value('makeAuthorisation', {
    params: { authorisationId: randomUUID() },
    body: {
      verificationId: call.verificationId,
      method: { kind: 'ach', token: await captureAccount(call) },
      terms: weekly,
      agreement: agreementTo(weekly),
    },
  });
}

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
  await run('2026-12-03');
  expect(await debits(authorisationId)).toMatchObject([
    { state: 'approved', originate_on: '2026-12-03', effective_on: '2026-12-04' },
  ]);
  const later = await verifiedCall(await backend.signIn(), personas.marisol);
  await later.desk.value('revokeAuthorisation', {
    params: { authorisationId },
    body: { verificationId: later.verificationId, reason: 'closes the account' },
  });
  await run('2026-12-10');
  expect(await debits(authorisationId)).toMatchObject([{ state: 'voided' }]);
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
