import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { addDays, CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { changeDesk } from '#tests/backend/plans/change-desk.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startRuns } from '#tests/support/start-runs.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { processorCharges } from '#tests/support/the-books.ts';
import { autopaid, ofPlan, plannedUnder, takenUnder } from './plan-autopay.ts';

const DUE = CalendarDate.parse('2026-12-15');
const NO_FUNDS = '70031842977701';

let backend: TestBackend;
let runner: Runner;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T20:00Z' });
  runner = openRunner(backend, 1_500);
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
}, 60_000);
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await runner.close();
  await backend.stop();
});

type Persona = (typeof personas)['marisol'] | (typeof personas)['otis'];
const calling = async (persona: Persona) => verifiedCall(await backend.signIn(), persona);
const plansOf = async (call: VerifiedCall) =>
  (await planDesk(call, backend.now).plans()).plans[0] as AgreedPlan;

/** A plan of twelve months with its autopay, agreed to on one call. */
async function onAutopay(persona: Persona, by?: Parameters<typeof autopaid>[2]) {
  const call = await calling(persona);
  const plan = await planDesk(call, backend.now).agreed(inMonths(12, DUE));
  const { authorisationId } = await autopaid(call, ofPlan(plan), by);
  return { call, plan, authorisationId };
}

/** The steps of a day that a debit passes, in their order. */
const kinds = ['plan_interest', 'ach_answers', 'ach_settlement', 'plans', 'scheduled_payments'];
const steps = runSteps.filter(({ kind }) =>
  [...kinds, 'ach_retries', 'ach_origination'].includes(kind),
);

/** Mornings and evenings from one day up to another. */
async function live(from: string, until: string): Promise<void> {
  for (let day = CalendarDate.parse(from); day <= until; day = addDays(day, 1)) {
    for (const time of ['09:00', '17:05']) {
      backend.moveTo(`${day}T${time}-08:00`);
      await runner.turn(steps);
    }
  }
}

const retries = async () =>
  (
    await backend.pool.query(
      'SELECT state, state_why AS why, retry_on::text AS on FROM ach_retry ORDER BY retry_on',
    )
  ).rows;

test('a debit that comes back for want of funds is past due, is tried again for the same amount, and then the plan is where it was disclosed to be', async () => {
  const { plan, authorisationId } = await onAutopay(personas.marisol, { account: NO_FUNDS });
  await live('2026-12-15', '2026-12-21');
  const level = plan.levelCents;
  expect(await takenUnder(backend, authorisationId)).toEqual([
    { on: DUE, cents: level, state: 'returned' },
  ]);
  const back = await plansOf(await calling(personas.marisol));
  expect(back.standing.pastDueCents).toBe(level);
  const [retry] = await retries();
  expect(retry).toMatchObject({ state: 'waiting' });
  backend.moveTo(`${retry.on}T09:00-08:00`);
  await runner.turn(steps);
  await runner.turn(steps);
  expect(await takenUnder(backend, authorisationId)).toMatchObject([
    { state: 'returned' },
    { on: retry.on, cents: level, state: 'approved' },
  ]);
  const { standing } = await plansOf(await calling(personas.marisol));
  expect(standing.pastDueCents).toBe(0);
  expect(standing.principalCents).toBe(plan.disclosure.payments[0]?.balanceCents);
  expect(standing.coming.map(each => each.amountCents)).toEqual(
    plan.disclosure.payments.slice(1).map(each => each.amountCents),
  );
}, 300_000);

test('a debit that came back is not tried again once its instalment was paid by hand', async () => {
  const { plan, authorisationId } = await onAutopay(personas.marisol, { account: NO_FUNDS });
  await live('2026-12-15', '2026-12-21');
  const call = await calling(personas.marisol);
  await changeDesk(call, backend.now).payOf(await plansOf(call), plan.levelCents);
  const [retry] = await retries();
  await live(retry.on, retry.on);
  expect(await retries()).toMatchObject([
    { state: 'dropped', why: 'the instalment was paid otherwise' },
  ]);
  expect(await takenUnder(backend, authorisationId)).toHaveLength(1);
}, 300_000);

test('two servers that take the day’s payments at once debit an instalment once', async () => {
  const { plan, authorisationId } = await onAutopay(personas.marisol);
  backend.moveTo(`${DUE}T20:00Z`);
  const day = { region: 'NCAL', today: DUE, now: instantOf(backend.now()) } as const;
  const other = openRunner(backend);
  try {
    await Promise.all(
      [runner, other, runner, other].map(each => takeScheduled(each.parts, day, () => undefined)),
    );
  } finally {
    await other.close();
  }
  expect(await takenUnder(backend, authorisationId)).toEqual([
    { on: DUE, cents: plan.levelCents, state: 'approved' },
  ]);
  expect(await plannedUnder(backend, authorisationId)).toMatchObject([{ state: 'paid' }]);
}, 300_000);

test('while a payment by hand and the run meet, the instalment is paid once', async () => {
  const { call, plan, authorisationId } = await onAutopay(personas.marisol);
  backend.moveTo(`${DUE}T20:00Z`);
  const again = await calling(personas.marisol);
  const day = { region: 'NCAL', today: DUE, now: instantOf(backend.now()) } as const;
  const byHand = changeDesk(again, backend.now)
    .payOf(plan, plan.levelCents)
    .then(
      () => true,
      () => false,
    );
  await takeScheduled(runner.parts, day, () => undefined);
  const isByHand = await byHand;
  // Whoever had the accounts first is done: what was held up then is weighed anew.
  await takeScheduled(runner.parts, { ...day, now: instantOf(backend.now()) }, () => undefined);
  const taken = await takenUnder(backend, authorisationId);
  const { standing } = await plansOf(await calling(personas.marisol));
  expect(standing.pastDueCents).toBe(0);
  expect(isByHand || taken.length === 1).toBe(true);
  expect(call.guarantorId).toBe(again.guarantorId);
}, 300_000);

test('a server that is killed in the middle of the run leaves no instalment out and takes none twice', async () => {
  const plans = [await onAutopay(personas.marisol), await onAutopay(personas.otis)];
  const [first, second] = plans.toSorted((one, other) =>
    one.authorisationId < other.authorisationId ? -1 : 1,
  );
  if (!first || !second) throw new Error('There are two plans.');
  backend.moveTo(`${DUE}T20:00Z`);
  const holder = await backend.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM guarantor WHERE guarantor_id = $1 FOR NO KEY UPDATE', [
    second.call.guarantorId,
  ]);
  const child = startRuns(backend, 'scheduled_payments');
  try {
    await expect
      .poll(async () => (await takenUnder(backend, first.authorisationId)).length, {
        timeout: 60_000,
      })
      .toBe(1);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await takenUnder(backend, second.authorisationId)).toEqual([]);
  for (const { authorisationId, plan } of plans) {
    await expect
      .poll(
        async () => {
          await runner.turn();
          return (await plannedUnder(backend, authorisationId)).map(each => each.state);
        },
        { interval: 300, timeout: 60_000 },
      )
      .toEqual(['paid']);
    const stand = (await takenUnder(backend, authorisationId)).filter(
      each => each.state !== 'not_charged',
    );
    expect(stand.map(each => each.cents)).toEqual([plan.levelCents]);
  }
  const charged = await processorCharges(backend.pool);
  expect(charged.map(each => each.amount_cents).toSorted()).toEqual(
    plans.map(({ plan }) => Number(plan.levelCents)).toSorted(),
  );
}, 300_000);
