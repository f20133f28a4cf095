import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { cards, newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { processorCharges } from '#tests/support/the-books.ts';
import { agreementTo, authorised, type Terms } from './agreed.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-21T18:00Z' });
  db = connect(openPool(backend.databaseUrl, 8));
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

/** Each test has a guarantor of its own. */
const people = [
  personas.marisol,
  personas.otis,
  personas.hannah,
  ...Object.values(personas).filter(
    each => ![personas.marisol, personas.otis, personas.hannah].includes(each as never),
  ),
];
const owing: VerifiedCall[] = [];
beforeAll(async () => {
  for (const persona of people) {
    backend.later(1_000);
    const verified = await verifiedCall(await backend.signIn(), persona).catch(() => undefined);
    if (!verified) continue;
    call = verified;
    const isNew = owing.every(each => each.guarantorId !== verified.guarantorId);
    if (isNew && (await openCents()) >= 3_000) owing.push(verified);
  }
}, 60_000);
beforeEach(() => {
  const next = owing.shift();
  if (!next) throw new Error('Nobody owes anything any more.');
  call = next;
});

const parts = () => ({
  db,
  processor: httpProcessor({ url: backend.processorUrl, timeoutMs: 400 }),
  clock: backend.now,
  leaseMs: 500,
});

async function regionOf(guarantorId: string) {
  const { rows } = await backend.pool.query(
    'SELECT region FROM guarantor WHERE guarantor_id = $1',
    [guarantorId],
  );
  return rows[0].region;
}

/** The run of a day, at noon of it; again as often as asked, side by side. */
async function run(today: string, times = 1, at = '20:00') {
  backend.moveTo(`${today}T${at}Z`);
  const day = {
    region: await regionOf(call.guarantorId),
    today: today as CalendarDate,
    now: instantOf(backend.now()),
  };
  const all = Array.from({ length: times }, () => takeScheduled(parts(), day, () => undefined));
  return (await Promise.all(all))[0];
}

async function scheduled(authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT occurrence, state, state_why, declines, try_on::text, payment_key FROM scheduled_payment
     WHERE authorisation_id = $1 ORDER BY pay_on`,
    [authorisationId],
  );
  return rows;
}

async function paid(authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT key, state, amount_cents, source FROM payment JOIN scheduled_attempt ON payment_key = key
     WHERE authorisation_id = $1 ORDER BY tried_at`,
    [authorisationId],
  );
  const charges = await processorCharges(
    backend.pool,
    rows.map(({ key }) => key),
  );
  expect(charges.length).toBe(rows.filter(({ state }) => state === 'approved').length);
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  return rows.map(({ state, amount_cents }) => [state, amount_cents]);
}

const openCents = async () =>
  Number(
    (
      await backend.pool.query("SELECT takeable_cents($1, 'medical', NULL) AS cents", [
        call.guarantorId,
      ])
    ).rows[0].cents,
  );

const once: Terms = { kind: 'once', ledger: 'medical', amountCents: 2_500, payOn: '2026-12-01' };
const weekly: Terms = {
  kind: 'series',
  ledger: 'medical',
  amountCents: 1_000,
  frequency: 'weekly',
  firstOn: '2026-12-03',
  ends: { by: 'count', payments: 3 },
};
const standing = async (authorisationId: string) => {
  const { rows } = await backend.pool.query(
    'SELECT state, state_why FROM authorisation WHERE authorisation_id = $1',
    [authorisationId],
  );
  return rows[0];
};

/** Pays part of their care on the call, the oldest first. */
async function payOpenMedical(amountCents: number) {
  const { rows } = await backend.pool.query(
    `SELECT charge_id AS "chargeId", least(open_cents, $2 - (running_cents - open_cents))::int AS "amountCents"
     FROM takeable_charges($1, 'medical', NULL) WHERE running_cents - open_cents < $2`,
    [call.guarantorId, amountCents],
  );
  expect(await call.pay(await call.order(amountCents, { allocation: rows }))).toMatchObject({
    value: { state: 'approved' },
  });
}

/** Starts the day's run again until nothing of it is open any more. */
async function runUntilFinished(authorisationId: string) {
  let minute = 10;
  await expect
    .poll(
      async () => {
        minute += 1;
        await run('2026-12-01', 1, `20:${minute}`);
        return standing(authorisationId);
      },
      { timeout: 15_000, interval: 300 },
    )
    .toMatchObject({ state: 'finished' });
}

/** Goes on with a call that began before the clock was moved. */
beforeEach(() => backend.moveTo('2026-11-21T19:00Z'));

describe('a payment for a date', () => {
  it('is taken on that day once, however often and on however many servers the run is started', async () => {
    const before = await openCents();
    const { authorisationId } = await authorised(call, once);
    expect(await run('2026-11-30')).toMatchObject({ done: 0 });
    expect(await paid(authorisationId)).toEqual([]);
    await run('2026-12-01', 4);
    expect(await run('2026-12-01')).toEqual({ done: 1, cents: 2_500, differenceCents: 0 });
    await run('2026-12-02');
    expect(await paid(authorisationId)).toEqual([['approved', 2_500]]);
    expect(await standing(authorisationId)).toMatchObject({ state: 'finished' });
    backend.moveTo('2026-11-21T20:00Z');
    expect(await openCents()).toBe(before - 2_500);
    const [{ payment_key: key }] = await scheduled(authorisationId);
    const supervisor = await backend.signIn('s.lindqvist');
    expect(await supervisor.value('paymentHistory', { params: { key } })).toMatchObject({
      takenByName: null,
      takenUnder: { runOn: '2026-12-01', madeWithName: 'Rosa Ames', madeOn: '2026-11-21' },
    });
  });

  it('of a server that died after the claim is asked after, and taken once', async () => {
    const { authorisationId } = await authorised(call, once);
    backend.moveTo('2026-12-01T19:59Z');
    await backend.pool.query(
      `INSERT INTO scheduled_payment (authorisation_id, occurrence, ledger, agreed_on, pay_on, try_on, amount_cents, state, state_at)
       VALUES ($1, '1-1', 'medical', '2026-12-01', '2026-12-01', '2026-12-01', 2500, 'waiting', now())`,
      [authorisationId],
    );
    const dead = await backend.pool.query(
      `SELECT claim_run_payment($1, '1-1', $2, '2026-12-01', '{}', '500 milliseconds', $3) AS claim`,
      [authorisationId, newKey(), instantOf(backend.now())],
    );
    expect(dead.rows[0].claim.outcome).toBe('claimed');
    await runUntilFinished(authorisationId);
    expect(await paid(authorisationId)).toEqual([
      ['not_charged', 2_500],
      ['approved', 2_500],
    ]);
  });

  it.each([
    ['before it charged', 'time_out_before_acting'],
    ['after it charged', 'time_out_after_acting'],
  ] as const)('whose processor broke off %s is taken once', async (_when, kind) => {
    const { authorisationId } = await authorised(call, once);
    await backend.forgetFaults();
    await backend.orderFault({ kind });
    await run('2026-12-01');
    expect((await backend.faults())[0]?.happened).toBe(1);
    await runUntilFinished(authorisationId);
    const all = await paid(authorisationId);
    expect(all.filter(([state]) => state === 'approved')).toEqual([['approved', 2_500]]);
  });

  it('is skipped, and says so, when nothing is open any more', async () => {
    const { authorisationId } = await authorised(call, once);
    const open = await openCents();
    await payOpenMedical(open);
    await run('2026-12-01');
    expect(await paid(authorisationId)).toEqual([]);
    expect(await scheduled(authorisationId)).toMatchObject([
      { state: 'skipped', state_why: 'nothing was open any more' },
    ]);
  });

  it('takes no more than is open', async () => {
    const { authorisationId } = await authorised(call, once);
    const open = await openCents();
    await payOpenMedical(open - 700);
    await run('2026-12-01');
    expect(await paid(authorisationId)).toEqual([['approved', 700]]);
  });
});

describe('a series', () => {
  it('takes each payment on its day, but what was skipped, and nothing once it is revoked', async () => {
    const made = await authorised(call, weekly);
    const { authorisationId } = made;
    const { verificationId } = call;
    const params = { authorisationId };
    await call.desk.value('skipScheduledPayment', {
      params,
      body: { verificationId, occurrence: '1-2' },
    });
    for (const day of ['2026-12-03', '2026-12-10']) await run(day);
    expect(await paid(authorisationId)).toEqual([['approved', 1_000]]);
    backend.moveTo('2026-11-21T20:00Z');
    await call.desk.value('revokeAuthorisation', {
      params,
      body: { verificationId, reason: 'changed her mind' },
    });
    await run('2026-12-17');
    expect(await paid(authorisationId)).toEqual([['approved', 1_000]]);
    expect(await standing(authorisationId)).toMatchObject({ state: 'revoked' });
  });

  it('softly declined is tried twice again on later bank days, then a supervisor is told', async () => {
    const { authorisationId } = await authorised(call, weekly, { number: cards.insufficientFunds });
    await run('2026-12-03');
    expect(await scheduled(authorisationId)).toMatchObject([
      { state: 'waiting', try_on: '2026-12-04', declines: 1 },
    ]);
    await run('2026-12-03');
    await run('2026-12-04');
    expect(await scheduled(authorisationId)).toMatchObject([{ try_on: '2026-12-09', declines: 2 }]);
    await run('2026-12-09');
    expect(await scheduled(authorisationId)).toMatchObject([{ state: 'failed', declines: 3 }]);
    expect(await paid(authorisationId)).toHaveLength(3);
    const { rows } = await backend.pool.query(
      'SELECT kind FROM authorisation_exception WHERE authorisation_id = $1',
      [authorisationId],
    );
    expect(rows).toEqual([{ kind: 'declined_too_often' }]);
    expect(await standing(authorisationId)).toMatchObject({ state: 'active' });
  });

  it('ends with a card that will never pay again', async () => {
    const { authorisationId } = await authorised(call, weekly, { number: cards.stolen });
    await run('2026-12-03');
    await run('2026-12-10');
    expect(await paid(authorisationId)).toEqual([['declined', 1_000]]);
    expect(await standing(authorisationId)).toEqual({ state: 'stopped', state_why: 'stolen_card' });
    backend.moveTo('2026-11-21T20:00Z');
    const supervisor = await backend.signIn('s.lindqvist');
    const theirs = async () =>
      (await openExceptions(supervisor, 'not_taken')).filter(
        ({ detail }) => detail.notTaken?.authorisationId === authorisationId,
      );
    const [told] = await theirs();
    expect(told?.detail.notTaken).toMatchObject({
      kind: 'hard_decline',
      decline: 'stolen_card',
      state: 'stopped',
    });
    const order = {
      params: { caseId: told?.exception.caseId ?? '' },
      body: { reason: 'She has a new card.' },
    };
    await supervisor.value('resolveException', order);
    const kept = () =>
      backend.pool.query(
        'SELECT closed_at, closed_by FROM authorisation_exception WHERE authorisation_id = $1',
        [authorisationId],
      );
    const { rows: closed } = await kept();
    expect(closed).toMatchObject([{ closed_by: 's.lindqvist' }]);
    backend.later(60_000);
    expect(await supervisor.ask('resolveException', order)).toMatchObject({
      problem: { code: 'exception_resolved' },
    });
    expect((await kept()).rows).toEqual(closed);
    expect(await theirs()).toEqual([]);
  });
});

describe('autopay', () => {
  const autopay: Terms = { kind: 'autopay', ledger: 'medical', capCents: 3_000 };

  /** Puts one statement of theirs, with something open on it, to be due on a day. */
  async function statementDue(dueOn: string) {
    const { rows } = await backend.pool.query(
      `UPDATE statement SET issued_on = least(issued_on, $2::date), due_on = $2 WHERE statement_number = (
         SELECT statement_number FROM statement WHERE guarantor_id = $1
           AND takeable_cents(guarantor_id, 'medical', statement_number) > 0 ORDER BY due_on DESC LIMIT 1)
       RETURNING statement_number, takeable_cents(guarantor_id, 'medical', statement_number) AS open`,
      [call.guarantorId, dueOn],
    );
    return rows[0] as { statement_number: string; open: number };
  }

  it('announces a statement once, ten days before, and takes it on its due date up to the cap', async () => {
    const statement = await statementDue('2026-12-15');
    const { authorisationId, next } = await authorised(call, autopay);
    const amount = Math.min(Number(statement.open), 3_000);
    expect(next).toMatchObject({ payOn: '2026-12-15', amountCents: amount });
    const notices = async () =>
      (
        await backend.pool.query(
          `SELECT notice.pay_on::text, amount_cents, sent_on::text FROM payment_notice AS notice
             JOIN letter USING (notice_id) WHERE notice.authorisation_id = $1`,
          [authorisationId],
        )
      ).rows;
    await run('2026-12-03');
    expect(await notices()).toEqual([]);
    await run('2026-12-04', 3);
    const announced = { pay_on: '2026-12-15', amount_cents: amount, sent_on: '2026-12-04' };
    await expect.poll(notices).toEqual([announced]);
    await run('2026-12-07');
    expect(await notices()).toEqual([announced]);
    await run('2026-12-14');
    expect(await paid(authorisationId)).toEqual([]);
    await run('2026-12-15');
    await run('2026-12-16');
    expect(await paid(authorisationId)).toEqual([['approved', amount]]);
    expect(await standing(authorisationId)).toMatchObject({ state: 'active' });
  });

  it('takes a statement later when its notice is late, at most at a cap that was lowered meanwhile', async () => {
    await statementDue('2026-12-15');
    const { authorisationId } = await authorised(call, autopay);
    await run('2026-12-10');
    await expect
      .poll(async () => {
        const { rows } = await backend.pool.query(
          "SELECT sent_on::text FROM letter WHERE authorisation_id = $1 AND kind = 'notice'",
          [authorisationId],
        );
        return rows;
      })
      .toEqual([{ sent_on: '2026-12-10' }]);
    backend.moveTo('2026-11-21T20:00Z');
    const terms: Terms = { ...autopay, capCents: 900 };
    await call.desk.value('changeAuthorisation', {
      params: { authorisationId },
      body: { verificationId: call.verificationId, terms, agreement: agreementTo(terms) },
    });
    await run('2026-12-18');
    expect(await paid(authorisationId)).toEqual([]);
    await run('2026-12-21');
    expect(await paid(authorisationId)).toEqual([['approved', 900]]);
  });
});
