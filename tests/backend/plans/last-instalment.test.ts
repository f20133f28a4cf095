import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { billPlans } from '#backend/runs/plans/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { changeDesk, openCentsOf, problemOf } from './change-desk.ts';
import { inMonths, planDesk } from './plan-desk.ts';

let backend: TestBackend;
let runner: Runner;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  runner = openRunner(backend);
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});
beforeEach(async () => {
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
});

/** Goes to noon of a day in California; on a business day the run has billed what was due. */
async function on(today: CalendarDate): Promise<void> {
  backend.moveTo(`${today}T20:00Z`);
  const day = { region: 'NCAL', today, now: instantOf(backend.now()) } as const;
  if (isBusinessDay(today)) await billPlans.run(runner.parts, day, () => undefined);
  call = await verifiedCall(await backend.signIn(), personas.marisol);
}
const pay = (plan: AgreedPlan, cents: number) => changeDesk(call, backend.now).payOf(plan, cents);
const billLast = ({ planId }: AgreedPlan) =>
  call.desk.ask('billLastInstalment', {
    params: { planId },
    body: { verificationId: call.verificationId },
  });
async function standing(): Promise<AgreedPlan> {
  const [plan] = (await planDesk(call, backend.now).plans()).plans;
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

test('the last payment of a plan is taken on a Sunday that it is due, to the cent, as every other was on its day', async () => {
  await on('2026-12-01' as CalendarDate);
  const plan = await planDesk(call, backend.now).agreed(inMonths(6, '2026-12-09'));
  const dueOn = plan.disclosure.payments.map(each => each.dueOn);
  expect(dueOn.at(-1)).toBe('2027-05-09');
  expect(dueOn.filter(each => !isBusinessDay(each))).toEqual(['2027-01-09', '2027-05-09']);
  let paid = 0;
  for (const [index, { dueOn: day, amountCents }] of plan.disclosure.payments.entries()) {
    await on(day);
    let now = await standing();
    expect(now.standing.pastDueCents).toBe(amountCents);
    const isLast = index === dueOn.length - 1;
    // The fault that this is about: what is due is more than its charges hold.
    if (isLast) expect(openCentsOf(now)).toBeLessThan(amountCents);
    const before = openCentsOf(now);
    const answer = await billLast(now);
    if (!answer.ok) throw new Error(answer.problem.code);
    now = answer.value;
    expect(openCentsOf(now)).toBe(isLast ? amountCents : before);
    expect(await billLast(now)).toEqual(answer);
    await pay(now, amountCents);
    paid += amountCents;
  }
  expect(await standing()).toMatchObject({ state: 'paid_off', openCharges: [] });
  expect(paid).toBe(plan.disclosure.totalOfPaymentsCents);
  expect(problemOf(await billLast(plan))).toBe('plan_paid_already');
  await on('2027-05-10' as CalendarDate);
  expect(await standing()).toMatchObject({ state: 'paid_off', openCharges: [] });
});

test('the last payment is taken sooner where the caller offers it, with the interest earned until then; where more is to come nothing is billed', async () => {
  await on('2027-06-01' as CalendarDate);
  const { rows } = await backend.pool.query(
    `UPDATE charge SET insurance = 'paid' WHERE guarantor_id = $1 AND insurance = 'pending' RETURNING open_cents`,
    [personas.marisol.guarantorId],
  );
  expect(rows).toHaveLength(1);
  const plan = await planDesk(call, backend.now).agreed(inMonths(6, '2027-06-11'));
  await on('2027-06-10' as CalendarDate);
  const answer = await billLast(plan);
  expect(answer.ok && openCentsOf(answer.value)).toBe(openCentsOf(plan));
  await pay(plan, plan.levelCents * 5);
  const ahead = await standing();
  expect(ahead.standing.coming).toHaveLength(1);
  await on('2027-07-17' as CalendarDate);
  const owed = (await standing()).standing.payoffCents;
  expect(openCentsOf(await standing())).toBeLessThan(owed);
  const billed = await billLast(plan);
  if (!billed.ok) throw new Error(billed.problem.code);
  expect(openCentsOf(billed.value)).toBe(owed);
  await pay(billed.value, owed);
  expect(await standing()).toMatchObject({ state: 'paid_off', openCharges: [] });
  expect(plan.levelCents * 5 + owed).toBeLessThan(plan.disclosure.totalOfPaymentsCents);
});

test('of somebody else, or of a plan that has ended, nothing is billed', async () => {
  await on('2027-08-02' as CalendarDate);
  const [plan] = (await planDesk(call, backend.now).plans()).plans;
  if (!plan) throw new Error('There was a plan.');
  call = await verifiedCall(await backend.signIn(), personas.ruth);
  expect(problemOf(await billLast(plan))).toBe('plan_not_found');
});
