import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { type KeptPlan, keptPlan } from '#backend/plans/kept-plan.ts';
import { showStandings } from '#backend/plans/show-standing.ts';
import { sendTheLetters } from '#backend/runs/letters/step.ts';
import { billPlans, watchPlans } from '#backend/runs/plans/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { inMonths, planDesk } from './plan-desk.ts';

let backend: TestBackend;
let runner: Runner;
let call: VerifiedCall;
let plan: AgreedPlan;

const steps = [billPlans, watchPlans, sendTheLetters];

async function callAgain(): Promise<void> {
  call = await verifiedCall(await backend.signIn(), personas.marisol);
}

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T20:00Z' });
  runner = openRunner(backend);
  await callAgain();
  plan = await planDesk(call, backend.now).agreed(inMonths(6, '2027-01-04'));
}, 60_000);
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

const differences = async () => (await ledgerReport(backend.pool)).differences;

async function standing() {
  const [now] = (await planDesk(call, backend.now).plans()).plans;
  return now;
}

/** An amount laid on the charges of the plan: its interest first, then the care. */
async function ofThePlan(amountCents: number) {
  const { accounts, charges } = await call.balance();
  const medical = new Set(
    accounts.filter(each => each.ledger === 'medical').map(each => each.accountId),
  );
  const open = charges.filter(
    each => medical.has(each.accountId) && each.openCents > 0 && !each.disputed,
  );
  const isInterest = (each: (typeof open)[number]) => Number(each.kind === 'finance_charge');
  let left = amountCents;
  return open
    .sort((one, other) => isInterest(other) - isInterest(one))
    .map(({ chargeId, openCents }) => {
      const part = Math.min(left, openCents);
      left -= part;
      return { chargeId, amountCents: cents(part) };
    })
    .filter(each => each.amountCents > 0);
}

async function billedInterest(): Promise<number[]> {
  const { rows } = await backend.pool.query(
    `SELECT amount_cents FROM plan_charge WHERE part = 'interest' AND plan_id = $1 ORDER BY earned_to`,
    [plan.planId],
  );
  return rows.map(row => row.amount_cents);
}

/** Does a day's runs; the server beside them may be the one that takes the letters out, and has its time. */
async function workDay(day: string): Promise<void> {
  backend.moveTo(`${day}T20:00Z`);
  await runner.turn(steps);
  const waiting = 'SELECT FROM letter WHERE sent_at IS NULL AND withdrawn_at IS NULL';
  await expect.poll(async () => (await backend.pool.query(waiting)).rowCount).toBe(0);
}

test('a plan that is paid month by month bills what was disclosed, to the cent, and ends', async () => {
  const paid: number[] = [];
  for (const { dueOn, amountCents, balanceCents } of plan.disclosure.payments) {
    // A due date on which the banks are closed is worked on the next day they are open.
    await workDay(onOrAfterBankDay(dueOn));
    backend.moveTo(`${dueOn}T21:00Z`);
    await callAgain();
    const answer = await call.pay(
      await call.order(amountCents, { allocation: await ofThePlan(amountCents) }),
    );
    expect(answer.ok).toBe(true);
    paid.push(amountCents);
    expect((await standing())?.standing).toMatchObject({
      principalCents: balanceCents,
      pastDueCents: 0,
    });
  }
  const planned = plan.disclosure.payments.map(each => each.interestCents);
  expect(await billedInterest()).toEqual(planned);
  expect(paid.reduce((sum, each) => sum + each, 0)).toBe(plan.disclosure.totalOfPaymentsCents);
  await workDay('2027-06-08');
  await callAgain();
  expect(await standing()).toMatchObject({ state: 'paid_off', standing: { payoffCents: 0 } });
  expect(await differences()).toEqual([]);
}, 120_000);

test('an instalment that is missed is noted once its days of grace are over, and two in a row are a default after notice', async () => {
  backend.moveTo('2027-07-01T20:00Z');
  call = await verifiedCall(await backend.signIn(), personas.otis);
  const missed = await planDesk(call, backend.now).agreed(inMonths(12, '2027-07-06'));
  const stateOn = async (day: string) => {
    await workDay(day);
    const { rows } = await backend.pool.query(
      `SELECT state, (SELECT count(*)::int FROM plan_event WHERE plan_event.plan_id = payment_plan.plan_id
         AND kind = 'missed') AS missed FROM payment_plan WHERE plan_id = $1`,
      [missed.planId],
    );
    return rows[0];
  };
  expect(await stateOn('2027-07-16')).toEqual({ state: 'active', missed: 0 });
  expect(await stateOn('2027-07-19')).toEqual({ state: 'active', missed: 1 });
  expect(await stateOn('2027-08-16')).toEqual({ state: 'active', missed: 1 });
  expect(await stateOn('2027-08-17')).toEqual({ state: 'active', missed: 2 });
  expect(await stateOn('2027-08-31')).toEqual({ state: 'active', missed: 2 });
  expect(await stateOn('2027-09-01')).toEqual({ state: 'defaulted', missed: 2 });
  expect(await differences()).toEqual([]);
}, 60_000);

test('a first payment that was due on the day of the call and never came is noted as missed, too', async () => {
  backend.moveTo('2027-09-01T20:00Z');
  call = await verifiedCall(await backend.signIn(), personas.otis);
  const plan = await planDesk(call, backend.now).agreed(inMonths(6, '2027-09-01'));
  const missedOn = async (day: string) => {
    await workDay(day);
    const { rows } = await backend.pool.query(
      `SELECT happened_on::text AS on FROM plan_event WHERE plan_id = $1 AND kind = 'missed'`,
      [plan.planId],
    );
    return rows.map(({ on }) => on);
  };
  expect(await missedOn('2027-09-10')).toEqual([]);
  expect(await missedOn('2027-09-13')).toEqual(['2027-09-01']);
}, 60_000);

test('what a run has read of a plan before a payment is not shown after it', async () => {
  const { db } = runner.parts;
  call = await verifiedCall(await backend.signIn(), personas.otis);
  const { rows } = await backend.pool.query(
    "SELECT plan_id AS id FROM payment_plan WHERE state = 'active' AND guarantor_id = $1",
    [personas.otis.guarantorId],
  );
  const read = async () => (await keptPlan(db, rows[0].id)) as KeptPlan;
  const before = await read();
  const tomorrow = '2027-09-14' as CalendarDate;
  const amountCents = 2_000;
  const order = await call.order(amountCents, { allocation: await ofThePlan(amountCents) });
  expect((await call.pay(order)).ok).toBe(true);
  const paid = await read();
  expect(paid.shownCents).toBeLessThan(before.shownCents);
  await showStandings(db, [before], tomorrow);
  expect((await read()).shownCents).toBe(paid.shownCents);
  await showStandings(db, [paid], tomorrow);
  // With a day's interest.
  expect((await read()).shownCents).toBeGreaterThan(paid.shownCents);
}, 60_000);
