import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { receiveAchFile } from '#backend/ach/receive/receive-ach-file.ts';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { takeTurns } from '#backend/jobs/take-turns.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { sideBySide, waiting } from '#tests/support/held-at-a-table.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { paySettled, settle } from '#tests/support/settled-payment.ts';
import { monthlyDebit } from '#tests/support/standing-debit.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol, priya, bertram } = personas;
const never = 86_400_000;
/** Many workers keep the processor waiting too, and nothing here is about its silence. */
const patient = { processorTimeoutMs: 20_000, leaseMs: 30_000 };
/** R02 after two banking days: whatever else debits the account is stopped. */
const closed = '70031842977702';
/** R01 after two banking days. */
const empty = '70031842977701';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
let other: ReturnType<typeof achOf>;
const failed: unknown[] = [];
const report = ({ error }: { error: unknown }) => failed.push(error);
beforeAll(async () => {
  // What the server does by itself is done by hand here, so that it is known who waits for whom.
  backend = await startTestBackend({
    at: '2026-12-01T09:00-08:00',
    resolveEveryMs: never,
    postEveryMs: never,
    ...patient,
    report,
  });
  ach = achOf(backend);
  other = achOf(backend);
});

/** How often PostgreSQL ended a transaction of this database because two waited for each other. */
async function deadlocks(): Promise<number> {
  const { rows } = await backend.pool.query(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0].deadlocks;
}

afterAll(async () => {
  await ach.end();
  await other.end();
  await backend.stop();
});
afterEach(async () => {
  expect(failed).toEqual([]);
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
});

/** A debit of each, and the file with them. */
async function sent(
  day: string,
  account: string,
  whose: readonly (readonly [persona: typeof marisol, cents: number])[],
): Promise<string[]> {
  const keys: string[] = [];
  for (const [persona, cents] of whose) {
    backend.moveTo(`${day}T${10 + keys.length}:00-08:00`);
    keys.push(await debit(backend, persona, cents, account, day));
  }
  backend.moveTo(`${day}T17:05-08:00`);
  await originateAch(ach);
  return keys;
}

const supervisor = () => backend.signIn('s.lindqvist');

it('a return that stops an authorisation is applied beside the run that takes its next payment', async () => {
  const [key] = await sent('2026-12-01', closed, [[bertram, 1_500]]);
  await monthlyDebit(backend, bertram, {
    amountCents: 1_600,
    accountNumber: closed,
    firstOn: '2026-12-08',
    payments: 2,
  });
  backend.moveTo('2026-12-07T10:00-08:00');
  const [answer] = await ach.bank.collect();
  const day = {
    region: 'WA' as const,
    today: '2026-12-08' as CalendarDate,
    now: instantOf(backend.now()),
  };
  const processor = httpProcessor({ url: backend.processorUrl, timeoutMs: 20_000 });
  const parts = { db: other.db, processor, clock: backend.now, leaseMs: 30_000 };
  const [received] = await sideBySide(backend.pool, 'account', [
    () => receiveAchFile(ach, String(answer?.text)),
    () => takeScheduled(parts, day, () => undefined),
  ]);
  await ach.bank.confirm(String(answer?.id));
  expect(received).toMatchObject({ returns: 1 });
  expect(await stateOf(backend.pool, String(key))).toBe('returned');
});

it('two files of returns about the same payers in opposite orders are both applied', async () => {
  const keys = [
    ...(await sent('2026-12-09', empty, [
      [marisol, 1_100],
      [priya, 1_200],
    ])),
    ...(await sent('2026-12-10', empty, [
      [priya, 1_300],
      [marisol, 1_400],
    ])),
  ];
  const texts: string[] = [];
  for (const day of ['2026-12-14', '2026-12-15']) {
    backend.moveTo(`${day}T09:00-05:00`);
    texts.push(...(await ach.bank.collect()).map(each => each.text));
  }
  const [first, second, ...more] = new Set(texts);
  expect(more).toEqual([]);
  const received = await sideBySide(backend.pool, 'account', [
    () => receiveAchFile(ach, String(first)),
    () => receiveAchFile(other, String(second)),
  ]);
  expect(received).toMatchObject([{ returns: 2 }, { returns: 2 }]);
  for (const key of keys) expect(await stateOf(backend.pool, key)).toBe('returned');
});

it('a refund is paid beside a payment that looks like the one it gives back', async () => {
  const call = await verifiedCall(await backend.signIn());
  const paid = await paySettled(backend, call, 1_700);
  const [taken, refunded] = await sideBySide(backend.pool, 'account', [
    async () => call.pay(await call.order(1_700, { duplicateAcknowledged: true })),
    () =>
      call.desk.ask('askRefund', {
        params: { key: paid },
        headers: { 'idempotency-key': newKey() },
        body: { amountCents: 1_700, reason: 'paid twice', verificationId: call.verificationId },
      }),
  ]);
  expect(taken).toMatchObject({ ok: true, value: { state: 'approved' } });
  expect(refunded).toMatchObject({ ok: true, value: { state: 'refunded' } });
});

it('an exception of the bank is put an end to by one of two supervisors at once', async () => {
  const { rows } = await backend.pool.query(
    "SELECT case_id FROM exception_case WHERE kind = 'returned' AND resolved_at IS NULL LIMIT 1",
  );
  const params = { caseId: rows[0].case_id };
  const [one, two] = [await supervisor(), await supervisor()];
  const body = { reason: 'has another account' };
  const answers = await sideBySide(backend.pool, 'exception_case', [
    () => one.ask('resolveException', { params, body }),
    () => two.ask('resolveException', { params, body }),
  ]);
  const codes = answers.map(each => (each.ok ? 'done' : each.problem.code));
  expect(codes.sort()).toEqual(['done', 'exception_resolved']);
});

/** What one worker does: pays, and gives it back one way or the other; gives how much of it was done. */
async function payAndTakeBack(persona: typeof marisol, round: number): Promise<number> {
  const call = await verifiedCall(await backend.signIn(), persona);
  const key = newKey();
  const paid = await call.pay(await call.order(1_900, { duplicateAcknowledged: true }), key);
  if (!paid.ok) {
    expect(paid.problem.code).toBe('account_held');
    return 0;
  }
  const reason = 'taken by mistake';
  if (round % 2 === 0) {
    const voided = await call.desk.ask('voidPayment', { params: { key }, body: { reason } });
    return Number(voided.ok);
  }
  await settle(backend, key);
  const refunded = await call.desk.ask('askRefund', {
    params: { key },
    headers: { 'idempotency-key': newKey() },
    body: { amountCents: 1_900, reason, verificationId: call.verificationId },
  });
  return Number(refunded.ok);
}

/** A supervisor who looks at the queue and puts an end to what looks like one payment taken twice. */
async function lookAfter(): Promise<void> {
  const desk = await supervisor();
  const { exceptions } = await desk.value('exceptionQueue', {
    query: { kind: 'duplicate', whose: 'everybodys', standing: 'open' },
  });
  const body = { reason: 'was agreed to twice' };
  await Promise.all(
    exceptions.map(({ caseId }) => desk.ask('resolveException', { params: { caseId }, body })),
  );
}

it('many workers at once on the same bills, beside the jobs of two more servers, never wait for each other', async () => {
  const jobs = { resolveEveryMs: 20, postEveryMs: 20, ...patient, report };
  await Promise.all([backend.startAnother(jobs), backend.startAnother(jobs)]);
  const most = { waiting: 0 };
  const watching = takeTurns(
    async () => {
      most.waiting = Math.max(most.waiting, await waiting(backend.pool));
    },
    5,
    error => report({ error }),
  );
  let done = 0;
  for (const round of [0, 1, 2]) {
    const workers = [marisol, priya, bertram].flatMap(each => [each, each, each]);
    const [, ...counts] = await Promise.all([
      lookAfter(),
      ...workers.map((each, index) => payAndTakeBack(each, round + index)),
    ]);
    done += counts.reduce((sum, count) => sum + count, 0);
  }
  await watching.stop();
  expect(most.waiting).toBeGreaterThan(1);
  expect(done).toBeGreaterThan(5);
});

it('PostgreSQL has ended no transaction of all these', async () => {
  await backend.stopServer();
  expect(await deadlocks()).toBe(0);
});
